import type { Beat } from "./beats";
import type { Outcome } from "./debrief";
import type { Confidence, Recommendation } from "./recommendation";
import type { Role } from "./roles";
import type { STORY_CHOICES, STORY_MEASURES, StoryChoice, StoryMeasure } from "./story-facts";
import type { Trap } from "./traps";

/** Used where no rubric version is at hand (filters, exports); on a scorecard the version's own words stand. */
export const TRAP_LABEL: Record<Trap, string> = {
  "fake-mistake": "Fake mistake",
  "teams-mistake": "The team’s mistake",
  "no-noticing": "No moment of noticing",
  "no-consequence-no-fix": "No consequence and no fix",
};

/** Short enough for a segment of the timer strip, 100 px wide. */
export const BEAT_LABEL: Record<Beat, string> = {
  situation: "Situation",
  task: "Task",
  mistake: "The mistake",
  noticing: "Noticing",
  result: "Result",
  bridge: "Bridge",
};

type ChoiceLabels = {
  [Fact in StoryChoice]: { name: string; options: Record<(typeof STORY_CHOICES)[Fact][number], string> };
};

/** The name of each story fact and the words on its chips. */
export const STORY_LABEL: ChoiceLabels = {
  kind: {
    name: "Kind",
    options: { recoverable: "recoverable", "customer-or-revenue": "customer", judgement: "judgement" },
  },
  shape: { name: "Shape", options: { "one-decision": "one call", "slow-failure": "slow failure" } },
  noticedBy: {
    name: "Noticed by",
    options: { self: "self", teammate: "team", manager: "manager", customer: "customer", system: "system" },
  },
  toldBefore: { name: "Told before", options: { yes: "yes", no: "no", unclear: "unclear" } },
  voice: { name: "Voice", options: { i: "I", we: "we", passive: "passive" } },
  fixKind: {
    name: "Fix",
    options: { check: "check", tool: "tool", rule: "rule", question: "question", none: "none" },
  },
  bridge: { name: "Bridge", options: { yes: "yes", no: "no" } },
};

export const MEASURE_LABEL: Record<StoryMeasure, string> = {
  timeToNotice: "Time to notice",
  timeToTell: "Time to tell",
  cost: "Cost",
};

type Unit = (typeof STORY_MEASURES)[StoryMeasure][number];

/** One of a unit, and several: "1 hour", "3 hours". */
export const UNIT_LABEL: Record<Unit, { one: string; many: string }> = {
  seconds: { one: "second", many: "seconds" },
  minutes: { one: "minute", many: "minutes" },
  hours: { one: "hour", many: "hours" },
  days: { one: "day", many: "days" },
  weeks: { one: "week", many: "weeks" },
  months: { one: "month", many: "months" },
  customers: { one: "customer", many: "customers" },
  people: { one: "person", many: "people" },
  records: { one: "record", many: "records" },
  percent: { one: "percent", many: "percent" },
  dollars: { one: "dollar", many: "dollars" },
  euros: { one: "euro", many: "euros" },
  pounds: { one: "pound", many: "pounds" },
};

export const RECOMMENDATION_LABEL: Record<Recommendation, string> = {
  "strong-no": "strong no",
  no: "no",
  yes: "yes",
  "strong-yes": "strong yes",
  "no-decision": "no decision",
};

export const CONFIDENCE_LABEL: Record<Confidence, string> = { low: "low", medium: "medium", high: "high" };

export const ROLE_LABEL: Record<Role, string> = {
  interviewer: "Interviewer",
  recruiter: "Recruiter",
  lead: "Hiring lead",
  admin: "Administrator",
};

/** The word for a stored choice; a value no list knows is shown as it stands, never hidden. */
export function choiceLabel(fact: StoryChoice, value: string): string {
  const options: Record<string, string> = STORY_LABEL[fact].options;
  return Object.hasOwn(options, value) ? (options[value] ?? value) : value;
}

/** A measured fact as it is read aloud: "1 hour", "24,000 dollars". */
export function measureText(amount: number, unit: string): string {
  const words: Record<string, { one: string; many: string }> = UNIT_LABEL;
  const word = Object.hasOwn(words, unit) ? words[unit] : undefined;
  const figure = amount.toLocaleString("en-GB");
  if (!word) return `${figure} ${unit}`;
  return `${figure} ${amount === 1 ? word.one : word.many}`;
}

/** What a debrief decides: about the next step. */
export const OUTCOME_LABEL: Record<Outcome, string> = {
  "go-on": "Go on",
  stop: "Do not go on",
  "hear-more": "Hear more first",
};

/** Said wherever somebody writes about a candidate: it is theirs to ask for. */
export const READ_BY_CANDIDATE = "The candidate may ask to read what you write.";
