import type { TimerEvent } from "./beats";
import type { Confidence, Recommendation } from "./recommendation";
import type { Dimension, RatingValue } from "./scale";
import type { EvidenceNote, ScorecardContent } from "./scorecard";
import type { Measured, StoryChoice, StoryMeasure } from "./story-facts";
import type { Trap } from "./traps";

/** One change of one field. `null` clears the field. A timer event is added, never changed. */
export type Change =
  | { field: "rating"; dimension: Dimension; value: RatingValue | null }
  | { field: "note"; noteId: string; value: Omit<EvidenceNote, "id"> | null }
  | { field: "trap"; trap: Trap; value: { reason: string } | null }
  | { field: "fact"; fact: StoryChoice; value: string | null }
  | { field: "measure"; fact: StoryMeasure; value: Measured | null }
  | { field: "timer"; value: TimerEvent }
  | { field: "probe"; dimension: Dimension; value: "asked" | null }
  | { field: "recommendation"; value: Recommendation | null }
  | { field: "confidence"; value: Confidence | null }
  /** When a form typed in afterwards was filled in by hand (ISO, as stated by the author). */
  | { field: "paper"; value: string | null };

/** Every field there is: the type holds the list to the last one. */
const FIELDS: Record<Change["field"], true> = {
  rating: true,
  note: true,
  trap: true,
  fact: true,
  measure: true,
  timer: true,
  probe: true,
  recommendation: true,
  confidence: true,
  paper: true,
};

export function isChangeField(field: unknown): field is Change["field"] {
  return typeof field === "string" && Object.hasOwn(FIELDS, field);
}

/** The name of the one field a change touches; last change wins within a field, never across fields. */
export function fieldKey(change: Change): string {
  switch (change.field) {
    case "rating":
    case "probe":
      return `${change.field}.${change.dimension}`;
    case "note":
      return `note.${change.noteId}`;
    case "trap":
      return `trap.${change.trap}`;
    case "fact":
    case "measure":
      return `fact.${change.fact}`;
    case "timer":
      return `timer.${change.value.id}`;
    case "recommendation":
    case "confidence":
    case "paper":
      return change.field;
  }
}

/** The scorecard after one change. Pure: the browser's mirror and the server's answer are the same function. */
export function applyChange(card: ScorecardContent, change: Change): ScorecardContent {
  switch (change.field) {
    case "rating":
      return { ...card, ratings: withEntry(card.ratings, change.dimension, change.value) };
    case "note": {
      const others = card.evidence.filter((note) => note.id !== change.noteId);
      return {
        ...card,
        evidence: change.value ? [...others, { ...change.value, id: change.noteId }] : others,
      };
    }
    case "trap": {
      const others = card.traps.filter((flag) => flag.trap !== change.trap);
      return {
        ...card,
        traps: change.value ? [...others, { trap: change.trap, reason: change.value.reason }] : others,
      };
    }
    case "fact":
    case "measure":
      return { ...card, facts: withEntry(card.facts, change.fact, change.value) };
    case "timer":
      if (card.timer.some((event) => event.id === change.value.id)) return card;
      return { ...card, timer: [...card.timer, change.value] };
    case "probe": {
      const others = card.probesAsked.filter((dimension) => dimension !== change.dimension);
      return { ...card, probesAsked: change.value ? [...others, change.dimension] : others };
    }
    case "recommendation":
      return { ...card, recommendation: change.value };
    case "confidence":
      return { ...card, confidence: change.value };
    case "paper":
      return { ...card, scoredOnPaperAt: change.value };
  }
}

/** The change's own schema has paired key and value; here they only travel together. */
function withEntry<T extends object>(all: T, key: keyof T, value: unknown): T {
  const { [key]: _gone, ...rest } = all;
  return (value === null ? rest : { ...rest, [key]: value }) as T;
}
