"use client";

import { COMPARE_MAX, COMPARE_MIN } from "@/lib/contracts/candidates";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import type { CandidateList } from "./use-candidate-list";
import { listed } from "./words";

/** Who is chosen, and on to the comparison; in reach wherever the list is scrolled to. */
export function CompareBar({ list: { chosen, full, set } }: { list: CandidateList }) {
  if (chosen.length === 0) return null;
  const enough = chosen.length >= COMPARE_MIN;
  const ids = chosen.map((row) => row.applicationId).join(",");
  const names = chosen.flatMap(({ name }) => name ?? []);
  const others = chosen.length - names.length;
  const unnamed = others === 0 ? [] : [others === 1 ? "one further down" : `${others} further down`];
  return (
    <section
      aria-label="Chosen for comparing"
      data-print="no"
      className="sticky bottom-18 z-10 mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-m border border-line-strong bg-sheet px-4 py-3 md:bottom-4"
    >
      <p role="status" className="min-w-0 flex-1 basis-60 text-s">
        <b className="font-[560]">{listed([...names, ...unnamed])}</b>
        <span className="block text-xs text-soft">
          {!enough && `Choose one more to compare; at most ${COMPARE_MAX}.`}
          {enough &&
            (full ? `${COMPARE_MAX} is the most that can be read side by side.` : `${chosen.length} chosen.`)}
        </span>
      </p>
      <Button look="quiet" size="s" onClick={() => set({ pick: null })}>
        Clear
      </Button>
      {enough && (
        <LinkButton look="primary" href={`/compare?applications=${ids}`}>
          Compare {chosen.length}
        </LinkButton>
      )}
    </section>
  );
}
