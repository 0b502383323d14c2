/** Facts about the story, captured in a tap. They are facts, not scores: no composite reads them. */
export const STORY_CHOICES = {
  kind: ["recoverable", "customer-or-revenue", "judgement"],
  shape: ["one-decision", "slow-failure"],
  noticedBy: ["self", "teammate", "manager", "customer", "system"],
  toldBefore: ["yes", "no", "unclear"],
  voice: ["i", "we", "passive"],
  fixKind: ["check", "tool", "rule", "question", "none"],
  bridge: ["yes", "no"],
} as const;
export type StoryChoice = keyof typeof STORY_CHOICES;
export const STORY_CHOICE_KEYS = Object.keys(STORY_CHOICES) as StoryChoice[];

/** Measured facts carry a value and a unit. */
export const STORY_MEASURES = {
  timeToNotice: ["seconds", "minutes", "hours", "days", "weeks", "months"],
  timeToTell: ["seconds", "minutes", "hours", "days", "weeks", "months"],
  cost: [
    "minutes",
    "hours",
    "days",
    "customers",
    "people",
    "records",
    "percent",
    "dollars",
    "euros",
    "pounds",
  ],
} as const;
export type StoryMeasure = keyof typeof STORY_MEASURES;
export const STORY_MEASURE_KEYS = Object.keys(STORY_MEASURES) as StoryMeasure[];

export interface Measured {
  amount: number;
  unit: string;
}

export type StoryFacts = {
  [K in StoryChoice]?: (typeof STORY_CHOICES)[K][number] | undefined;
} & {
  [K in StoryMeasure]?: { amount: number; unit: (typeof STORY_MEASURES)[K][number] } | undefined;
};
