"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Shell } from "@/components/shell/shell";
import { Button } from "@/components/ui/button";
import type { Kept } from "@/lib/client/kept-interviews";
import { readAgain, useRecovery } from "@/lib/client/use-recovery";
import { Scoring } from "./scoring";

const INTERVIEW = /^\/interviews\/([0-9a-f-]{36})(\/paper)?$/;
const BLANK_FORM = "/interviews/paper";

interface KeptScorecardsProps {
  /** The form to print when everything fails: with an interview's names on it, or for its rubric alone. */
  paper: (interview: Kept["interview"], names: boolean) => ReactNode;
}

/** Without a network: the scorecard of this address as this device keeps it, else those that it does keep. */
export function KeptScorecards({ paper }: KeptScorecardsProps) {
  const [kept, setKept] = useState<readonly Kept[] | null>(null);
  useEffect(() => {
    import("@/lib/client/kept-interviews")
      .then(({ keptInterviews }) => keptInterviews())
      // A browser that keeps nothing has nothing to show.
      .catch(() => [])
      .then(setKept);
  }, []);
  if (kept === null) {
    return (
      <main className="px-4 py-8 md:px-6">
        <p role="status" className="text-soft">
          Opening what this device keeps
        </p>
      </main>
    );
  }
  const [, wanted, onPaper] = INTERVIEW.exec(window.location.pathname) ?? [];
  const here = kept.find(({ interview }) => interview.interviewId === wanted);
  const anyRubric = window.location.pathname === BLANK_FORM ? kept.at(-1) : undefined;
  if (anyRubric) return <Shell me={anyRubric.me}>{paper(anyRubric.interview, false)}</Shell>;
  if (here && onPaper) return <Shell me={here.me}>{paper(here.interview, true)}</Shell>;
  if (here) {
    return (
      <Shell me={here.me}>
        <Scoring key={here.interview.interviewId} interview={here.interview} />
      </Shell>
    );
  }
  return <Unreachable kept={kept} />;
}

/** Nothing here belongs to the address: what does, comes by itself once there is a network. */
function Unreachable({ kept }: { kept: readonly Kept[] }) {
  useRecovery();
  return (
    <main className="mx-auto max-w-[40rem] px-4 py-12 md:px-6">
      <h1>Plumbline cannot be reached</h1>
      <p className="mt-3 max-w-[60ch] text-soft">
        This page needs the network, and comes by itself once there is one. A scorecard you have opened on
        this device opens without it.
      </p>
      {kept.length > 0 && (
        <section aria-labelledby="kept" className="mt-8">
          <h2 id="kept">Kept on this device</h2>
          <ul className="mt-3 border-t border-line">
            {kept.map(({ interview }) => (
              <li key={interview.interviewId} className="border-b border-line">
                <a
                  href={`/interviews/${interview.interviewId}`}
                  className="flex min-h-11 flex-wrap items-center gap-x-3 py-2"
                >
                  <span data-name className="text-accent underline underline-offset-2">
                    {interview.candidate.name}
                  </span>
                  <span className="text-s text-soft">{interview.opening.title}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="mt-8">
        <Button onClick={readAgain}>Try again</Button>
      </div>
    </main>
  );
}
