import type { Outcome } from "@/lib/domain/debrief";
import type { CastKey } from "./cast";

/** A debrief that was held, so many days after the interview. */
export interface DemoDebrief {
  candidate: string;
  lead: CastKey;
  daysAfter: number;
  /** Why it did not wait for everybody; null where all had submitted. */
  early: string | null;
  decision: { outcome: Outcome; rationale: string; tookPart: readonly CastKey[] };
}

export const DEBRIEFS: readonly DemoDebrief[] = [
  {
    candidate: "Bruno Teixeira",
    lead: "lena",
    daysAfter: 3,
    early:
      "Hugo has been ill since the interview, and another candidate of this opening needs an answer this week.",
    decision: {
      outcome: "go-on",
      rationale:
        "All three heard the mistake named first and the product team told before the meeting. The required column still runs. What the wrong number would have cost beyond three days stays open: ask in the technical round.",
      tookPart: ["chidi", "elif", "farid", "lena"],
    },
  },
  {
    candidate: "Mei-Ling Chou",
    lead: "lena",
    daysAfter: 2,
    early: null,
    decision: {
      outcome: "hear-more",
      rationale:
        "Noor heard the blame go round, Ada heard guilt; both wrote down the words, and both are there. Nobody asked what she did in the three days before she told planning. One more conversation, with that question first.",
      tookPart: ["ada", "elif", "farid", "noor", "hugo", "lena"],
    },
  },
];
