"use client";

import { BlankForm, InterviewPaper } from "@/components/paper/paper-page";
import { KeptScorecards } from "@/components/scoring/kept-scorecards";

/** What this device keeps, with the blank form beside it: it is wanted most when nothing else works. */
export function Kept() {
  return (
    <KeptScorecards
      paper={(interview, names) =>
        names ? <InterviewPaper interview={interview} blank /> : <BlankForm rubric={interview.rubric} />
      }
    />
  );
}
