import { choiceLabel, MEASURE_LABEL, measureText, STORY_LABEL } from "./labels";
import { STORY_CHOICE_KEYS, STORY_MEASURE_KEYS, type StoryFacts } from "./story-facts";

/** One story fact in words: what it is called, and what the interviewer tapped. */
export interface FactLine {
  name: string;
  answer: string;
}

/** The story facts of one scorecard, in the form's order. What was not tapped is left out, not counted as "no". */
export function factLines(facts: StoryFacts): FactLine[] {
  const choices = STORY_CHOICE_KEYS.flatMap((fact) => {
    const value = facts[fact];
    return value === undefined ? [] : [{ name: STORY_LABEL[fact].name, answer: choiceLabel(fact, value) }];
  });
  const measures = STORY_MEASURE_KEYS.flatMap((fact) => {
    const value = facts[fact];
    return value === undefined
      ? []
      : [{ name: MEASURE_LABEL[fact], answer: measureText(value.amount, value.unit) }];
  });
  return [...choices, ...measures];
}

const NAMES = [
  ...STORY_CHOICE_KEYS.map((fact) => STORY_LABEL[fact].name),
  ...STORY_MEASURE_KEYS.map((fact) => MEASURE_LABEL[fact]),
];

/** Each fact over several interviewers, in the form's order: "self ×3, team ×1", most frequent first. */
export function tallyFacts(all: readonly StoryFacts[]): FactLine[] {
  const lines = all.flatMap(factLines);
  return NAMES.flatMap((name) => {
    const counts = new Map<string, number>();
    for (const line of lines) {
      if (line.name === name) counts.set(line.answer, (counts.get(line.answer) ?? 0) + 1);
    }
    const counted = [...counts].sort((a, b) => b[1] - a[1]);
    const answer = counted.map(([words, count]) => `${words} ×${count}`).join(", ");
    return answer === "" ? [] : [{ name, answer }];
  });
}
