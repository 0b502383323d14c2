import { BEATS, type Beat, type TimerEvent } from "@/lib/domain/beats";
import type { Dimension } from "@/lib/domain/scale";
import { fraction, seedId } from "./ids";
import type { DemoStory } from "./world/types";

/** Nobody taps the moment a beat begins: each interviewer is up to this much early or late. */
const TAP_JITTER_MS = 2_000;
/** How long a probe and its answer take, at least and at most. */
const PROBE_MS = { from: 14_000, to: 41_000 };
/** One interviewer in six listens without the timer. */
const WITHOUT_TIMER = 1 / 6;

/** Share of the answer after which a note about a skipped beat is begun. */
const NOTED_LATE = 0.85;

/** Where a note about each dimension is usually begun: which beat, and how far into it. */
const NOTED_IN: Record<Dimension, { beat: Beat; into: number }> = {
  ownership: { beat: "mistake", into: 0.45 },
  noticing: { beat: "noticing", into: 0.55 },
  consequence: { beat: "result", into: 0.3 },
  fix: { beat: "result", into: 0.8 },
  calibration: { beat: "bridge", into: 0.6 },
};

export interface SeatTimer {
  events: TimerEvent[];
  /** ms from the question to the end of answer and probes. */
  lengthMs: number;
  /** ms from the question to the first keystroke of a note; null without a timer. */
  noteAt(dimension: Dimension): number | null;
}

/**
 * One interviewer's timer for one answer: the story's pace, with this person's own taps.
 * @param startedAt ms since 1970 at which the candidate began
 */
export function seatTimer(story: DemoStory, startedAt: number, ...seat: readonly string[]): SeatTimer {
  const chance = (...names: string[]) => fraction("timer", ...seat, ...names);
  const begins = new Map<Beat, { from: number; ms: number }>();
  let told = 0;
  BEATS.forEach((beat, n) => {
    const ms = (story.pace[n] ?? 0) * 1000;
    const early = begins.size === 0 ? 0 : Math.round((chance(beat) - 0.5) * 2 * TAP_JITTER_MS);
    if (ms > 0) begins.set(beat, { from: told + early, ms });
    told += ms;
  });
  const probing = story.probes.map((dimension) =>
    Math.round(PROBE_MS.from + chance("probe", dimension) * (PROBE_MS.to - PROBE_MS.from)),
  );
  const lengthMs = told + probing.reduce((sum, ms) => sum + ms, 0);
  const runs = chance("runs") >= WITHOUT_TIMER;
  const moments: Omit<TimerEvent, "id">[] = [];
  for (const [beat, { from }] of begins) moments.push({ kind: "beat", beat, at: from });
  if (probing.length > 0) moments.push({ kind: "probe-on", beat: null, at: told });
  moments.push({ kind: "end", beat: null, at: lengthMs });

  return {
    events: runs
      ? moments.map((moment, n) => ({
          ...moment,
          id: seedId("timer", ...seat, n),
          at: startedAt + moment.at,
        }))
      : [],
    lengthMs,
    noteAt: (dimension) => {
      if (!runs) return null;
      const { beat, into } = NOTED_IN[dimension];
      // A skipped beat is noted late in what was told; no note belongs to a moment after the answer.
      const span = begins.get(beat) ?? { from: told * NOTED_LATE, ms: told * (1 - NOTED_LATE) };
      return Math.min(told, Math.round(span.from + span.ms * into + chance("note", dimension) * 6_000));
    },
  };
}
