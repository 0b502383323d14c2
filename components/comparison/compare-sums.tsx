import clsx from "clsx";
import type { ReactNode } from "react";
import type { ComparedCandidate } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { tallyFacts } from "@/lib/domain/fact-lines";
import { CELL, NameOnPhone, ROW } from "./compare-layout";
import { TrapPopover } from "./trap-popover";
import { compositeText } from "./words";

interface SumRowProps {
  title: string;
  note: string;
  candidates: readonly ComparedCandidate[];
  /** Null where there is nothing to say of that candidate. */
  cell: (candidate: ComparedCandidate) => ReactNode;
  className?: string;
}

/** A row of words and figures under the plots: a head, a cell a candidate. */
export function SumRow({ title, note, candidates, cell, className }: SumRowProps) {
  return (
    <tr className={clsx(ROW, "py-3", className)}>
      <th scope="row" className="block pb-1 text-left font-normal md:pr-3 md:pb-0">
        <span className="block font-serif text-m font-[560]">{title}</span>
        <span className="block text-xs text-soft">{note}</span>
      </th>
      {candidates.map((candidate) => (
        <td key={candidate.applicationId} className={clsx(CELL, "py-1 md:py-0")}>
          <NameOnPhone candidate={candidate} />
          <div>{cell(candidate) ?? <span className="text-s text-faint">–</span>}</div>
        </td>
      ))}
    </tr>
  );
}

/** The one composite with its n; a candidate without one is never given a number. */
export function CompositeRow({ candidates }: { candidates: readonly ComparedCandidate[] }) {
  return (
    <SumRow
      title="Composite"
      note="first scores, stated weights"
      candidates={candidates}
      className="border-y border-line-strong"
      cell={({ composite, counted, submitted }) => {
        if (counted === 0) {
          return (
            <span className="text-s text-soft">
              {submitted === 0 ? "no scorecard yet" : "nothing you may see yet"}
            </span>
          );
        }
        return (
          <span className="flex items-baseline gap-2 md:block">
            <span
              className={`font-serif leading-none ${composite.state === "complete" ? "text-xl tracking-tight" : "text-l text-soft"}`}
            >
              {compositeText(composite)}
            </span>
            <span className="block text-xs text-soft md:mt-1">
              n {counted},{" "}
              {composite.state === "complete"
                ? `${composite.dimensions} of 5 dimensions`
                : `${composite.dimensions} of ${composite.needed} dimensions needed`}
            </span>
          </span>
        );
      }}
    />
  );
}

/** Traps that interviewers flagged; absent when nobody flagged any. */
export function TrapsRow({
  candidates,
  rubric,
}: {
  candidates: readonly ComparedCandidate[];
  rubric: RubricVersion;
}) {
  if (candidates.every(({ traps }) => traps.length === 0)) return null;
  return (
    <SumRow
      title="Traps"
      note="how many flagged each"
      candidates={candidates}
      className="border-b border-line"
      cell={(candidate) =>
        candidate.traps.length === 0 ? null : (
          <ul className="text-s">
            {candidate.traps.map(({ trap, count }) => (
              <li key={trap}>
                <TrapPopover
                  candidate={candidate}
                  trap={trap}
                  name={rubric.content.traps[trap].name}
                  count={count}
                />
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}

/** Facts about the story as interviewers tapped them; absent when nobody tapped any. */
export function StoryRow({ candidates }: { candidates: readonly ComparedCandidate[] }) {
  const tallies = new Map(
    candidates.map(({ applicationId, facts }) => [
      applicationId,
      tallyFacts(facts.map((each) => each.facts)),
    ]),
  );
  if ([...tallies.values()].every((lines) => lines.length === 0)) return null;
  return (
    <SumRow
      title="Story"
      note="facts, and how many noted each"
      candidates={candidates}
      className="border-b border-line"
      cell={({ applicationId }) => (
        <dl className="text-xs leading-relaxed">
          {tallies.get(applicationId)?.map(({ name, answer }) => (
            <div key={name}>
              <dt className="inline text-soft">{name}: </dt>
              <dd className="inline">{answer}</dd>
            </div>
          ))}
        </dl>
      )}
    />
  );
}
