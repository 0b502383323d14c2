import type { Change } from "@/lib/domain/changes";
import {
  CONFIDENCE_LABEL,
  choiceLabel,
  MEASURE_LABEL,
  measureText,
  RECOMMENDATION_LABEL,
  STORY_LABEL,
} from "@/lib/domain/labels";
import type { RubricContent } from "@/lib/domain/rubric";
import { localText } from "./paper-moment";
import { ratingWords } from "./words";

/** As much of a note or a reason as tells it from another. */
const START_CHARACTERS = 40;

/** The field that a change touches, as the screen calls it. */
export function fieldWords(change: Change, rubric: RubricContent): string {
  switch (change.field) {
    case "rating":
      return rubric.dimensions[change.dimension].name;
    case "probe":
      return `Probe for ${rubric.dimensions[change.dimension].name}`;
    case "note":
      return "A note";
    case "trap":
      return rubric.traps[change.trap].name;
    case "fact":
      return STORY_LABEL[change.fact].name;
    case "measure":
      return MEASURE_LABEL[change.fact];
    case "timer":
      return "Timer";
    case "recommendation":
      return "Recommendation";
    case "confidence":
      return "Confidence";
    case "paper":
      return "Scored on paper";
  }
}

/** What a change says, in a few words. */
export function valueWords(change: Change): string {
  switch (change.field) {
    case "rating":
      return ratingWords(change.dimension, change.value ?? undefined);
    case "probe":
      return change.value === null ? "not asked" : "asked";
    case "note":
      return change.value === null ? "deleted" : startOf(change.value.text);
    case "trap":
      return change.value === null ? "not seen" : change.value.reason ? startOf(change.value.reason) : "seen";
    case "fact":
      return change.value === null ? "nothing" : choiceLabel(change.fact, change.value);
    case "measure":
      return change.value === null ? "nothing" : measureText(change.value.amount, change.value.unit);
    case "timer":
      return change.value.kind;
    case "recommendation":
      return change.value === null ? "nothing" : RECOMMENDATION_LABEL[change.value];
    case "confidence":
      return change.value === null ? "nothing" : CONFIDENCE_LABEL[change.value];
    case "paper":
      return change.value === null ? "no" : localText(new Date(change.value)).replace("T", " ");
  }
}

function startOf(text: string): string {
  return text.length <= START_CHARACTERS ? `“${text}”` : `“${text.slice(0, START_CHARACTERS)}…”`;
}
