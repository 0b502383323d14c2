import type { CastKey, InterviewerKey } from "./cast";

/** How somebody practises: so many answers over the weeks, with a habit that wears off, or one that does not. */
export interface DemoPractice {
  answers: number;
  /** Points above the reference that this person is inclined to, on levels. */
  lean: -1 | 0 | 1;
}

/** Some are ready, some are on their way, and two have the habit that their scorecards have. */
export const PRACTISED: Record<InterviewerKey, DemoPractice> = {
  ada: { answers: 5, lean: 0 },
  ben: { answers: 4, lean: 0 },
  chidi: { answers: 9, lean: 0 },
  dana: { answers: 8, lean: 0 },
  elif: { answers: 10, lean: 0 },
  farid: { answers: 8, lean: 1 },
  greta: { answers: 9, lean: -1 },
  hugo: { answers: 6, lean: 0 },
  noor: { answers: 3, lean: 0 },
  iris: { answers: 8, lean: 0 },
  marek: { answers: 11, lean: 0 },
};

/** What they practised on. The shortest answer is left for a stranger's first minute. */
export const PRACTISED_ON = [
  ...["wrong-terminal", "stale-price", "old-banner", "night-handover", "legal-review", "force-push"],
  ...["shared-inbox", "wedding-date", "court-deadline", "skipped-test", "milk-order", "reference-call"],
] as const;

/** A round that was led, scored, talked about and closed. */
export interface DemoRound {
  answer: string;
  lead: CastKey;
  members: readonly InterviewerKey[];
  daysAgo: number;
  took: readonly { dimension: "noticing" | "fix"; note: string }[];
}

export const ROUND: DemoRound = {
  answer: "dosage-unit",
  lead: "lena",
  members: ["ada", "chidi", "greta", "farid", "hugo"],
  daysAgo: 12,
  took: [
    {
      dimension: "noticing",
      note: "Being told by somebody else is no noticing of one’s own, however fast the call after it was.",
    },
    { dimension: "fix", note: "Ask who else uses it. A habit of one person’s is a 3 at most." },
  ],
};
