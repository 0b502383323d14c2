import type { Change } from "@/lib/domain/changes";
import { DIMENSIONS, type RatingValue } from "@/lib/domain/scale";
import { STORY_CHOICE_KEYS, STORY_MEASURE_KEYS, type StoryFacts } from "@/lib/domain/story-facts";
import { TRAPS } from "@/lib/domain/traps";
import { factsHeard } from "./facts";
import { fraction, seedId } from "./ids";
import { seatTimer } from "./timer";
import type { DemoSeat, DemoStory } from "./world/types";

/** One change of a scorecard and when it was made, in ms from the candidate's first word. */
export interface Deed {
  change: Change;
  atMs: number;
}

/** Taps nobody bothered with: each interviewer leaves out about this share of the story's facts. */
const FACTS_LEFT_OUT = 0.2;
const NEXT_TAP_MS = 2_400;

/**
 * Everything one interviewer did on one scorecard, in order: the same changes the cockpit would have sent.
 * @param seatName candidate and interviewer; ids and small differences follow from it
 */
export function deedsOf(
  seat: DemoSeat,
  story: DemoStory,
  startedAt: number,
  ...seatName: readonly string[]
): Deed[] {
  if (seat.state === "untouched") return [];
  const timer = seatTimer(story, startedAt, ...seatName);
  const deeds: Deed[] = timer.events.map((event) => ({
    change: { field: "timer", value: event },
    atMs: event.at - startedAt,
  }));
  let later = timer.lengthMs + 3_000;
  const afterwards = (change: Change) => {
    later += NEXT_TAP_MS;
    deeds.push({ change, atMs: later });
  };
  for (const [n, dimension] of DIMENSIONS.entries()) {
    const text = seat.notes[dimension];
    const atMs = timer.noteAt(dimension);
    const noteId = seedId("note", ...seatName, dimension);
    if (text !== undefined) {
      const note: Change = { field: "note", noteId, value: { dimension, text, atMs } };
      if (atMs === null) afterwards(note);
      else deeds.push({ change: note, atMs: atMs + text.length * 160 });
    }
    const mark = seat.marks[n];
    if (mark !== undefined) afterwards({ field: "rating", dimension, value: ratingOf(mark) });
  }
  for (const dimension of story.probes) {
    if (seat.notes[dimension] !== undefined) afterwards({ field: "probe", dimension, value: "asked" });
  }
  if (seat.state === "draft") return inOrder(deeds);

  for (const trap of TRAPS) {
    const reason = seat.traps[trap];
    if (reason !== undefined) afterwards({ field: "trap", trap, value: { reason } });
  }
  for (const change of factsOf(factsHeard(story.facts, seat.marks), seatName)) afterwards(change);
  afterwards({ field: "recommendation", value: seat.recommendation });
  afterwards({ field: "confidence", value: seat.confidence });
  return inOrder(deeds);
}

function ratingOf(mark: DimensionMark): RatingValue {
  return mark === null ? { state: "not-observed" } : { state: "observed", mark };
}
type DimensionMark = Extract<DemoSeat, { state: "submitted" }>["marks"][number];

function factsOf(facts: StoryFacts, seatName: readonly string[]): Change[] {
  const kept = (fact: string) => fraction("fact", ...seatName, fact) >= FACTS_LEFT_OUT;
  return [
    ...STORY_CHOICE_KEYS.flatMap((fact): Change[] => {
      const value = facts[fact];
      return value !== undefined && kept(fact) ? [{ field: "fact", fact, value }] : [];
    }),
    ...STORY_MEASURE_KEYS.flatMap((fact): Change[] => {
      const value = facts[fact];
      return value !== undefined && kept(fact) ? [{ field: "measure", fact, value }] : [];
    }),
  ];
}

function inOrder(deeds: readonly Deed[]): Deed[] {
  return [...deeds].sort((a, b) => a.atMs - b.atMs);
}
