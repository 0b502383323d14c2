import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BEATS, type Beat, nextBeat, readTimer, type TimerEvent, type TimerEventKind } from "./beats";

/** Events at given seconds: a beat's name begins that beat. */
function at(...moments: [seconds: number, what: Beat | Exclude<TimerEventKind, "beat">][]): TimerEvent[] {
  return moments.map(([seconds, what], n) => {
    const beat = BEATS.find((each) => each === what) ?? null;
    const kind: TimerEventKind = beat ? "beat" : (what as Exclude<TimerEventKind, "beat">);
    return { id: `e${n}`, kind, beat, at: seconds * 1000 };
  });
}

describe("the timer", () => {
  test("is ready, and at nothing, before anything happened", () => {
    expect(readTimer([], 99_000)).toMatchObject({ state: "ready", answerMs: 0, probeMs: 0, beat: null });
  });

  test("gives every beat its own seconds and runs on in the present one", () => {
    const reading = readTimer(at([0, "situation"], [13, "task"], [21, "mistake"]), 50_000);
    expect(reading).toMatchObject({ state: "running", answerMs: 50_000, beat: "mistake" });
    expect(reading.beatMs).toMatchObject({ situation: 13_000, task: 8_000, mistake: 29_000, noticing: 0 });
  });

  test("stands still once ended, whatever is tapped afterwards", () => {
    const told = at([0, "situation"], [90, "end"]);
    expect(readTimer(told, 500_000).answerMs).toBe(90_000);
    expect(readTimer([...told, ...at([95, "bridge"])], 500_000)).toMatchObject({
      state: "ended",
      answerMs: 90_000,
    });
  });

  test("keeps time spent on probes apart from the candidate's answer", () => {
    const reading = readTimer(at([0, "situation"], [40, "probe-on"], [55, "probe-off"], [60, "end"]), 70_000);
    expect(reading).toMatchObject({ answerMs: 45_000, probeMs: 15_000 });
  });

  test("counts nothing while paused", () => {
    expect(readTimer(at([0, "situation"], [10, "pause"], [70, "resume"], [75, "end"]), 80_000).answerMs).toBe(
      15_000,
    );
  });

  test("goes on probing after a pause in the middle of a probe", () => {
    const events = at([0, "mistake"], [20, "probe-on"], [25, "pause"], [60, "resume"], [70, "end"]);
    expect(readTimer(events, 90_000)).toMatchObject({ answerMs: 20_000, probeMs: 15_000 });
  });

  test("runs again when the probe is closed during a pause", () => {
    const events = at([0, "mistake"], [20, "probe-on"], [25, "pause"], [60, "probe-off"], [70, "end"]);
    expect(readTimer(events, 90_000)).toMatchObject({ answerMs: 30_000, probeMs: 5_000 });
  });

  test("begins anew after a reset", () => {
    const reading = readTimer(at([0, "situation"], [30, "reset"], [100, "task"]), 104_000);
    expect(reading).toMatchObject({ state: "running", answerMs: 4_000, beat: "task" });
    expect(reading.beatMs.situation).toBe(0);
  });

  test("ignores a clock that stands before the last event", () => {
    expect(readTimer(at([10, "situation"], [20, "task"]), 5_000).answerMs).toBe(10_000);
  });

  test("offers the beats in order, then none", () => {
    expect(nextBeat(readTimer([], 0))).toBe("situation");
    expect(nextBeat(readTimer(at([0, "mistake"]), 1))).toBe("noticing");
    expect(nextBeat(readTimer(at([0, "bridge"]), 1))).toBeNull();
  });
});

const KINDS: TimerEventKind[] = ["beat", "probe-on", "probe-off", "pause", "resume", "end", "reset"];
const history = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      beat: fc.constantFrom(...BEATS),
      at: fc.integer({ min: 0, max: 300_000 }),
    }),
    { maxLength: 25 },
  )
  .map((events) =>
    events.map(
      ({ kind, beat, at }, n): TimerEvent => ({ id: `e${n}`, kind, beat: kind === "beat" ? beat : null, at }),
    ),
  );
const NOW = 400_000;

describe("whatever is tapped,", () => {
  test("the order in which events arrive does not matter", () => {
    const shuffled = history.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, arrived]) => {
        expect(readTimer(arrived, NOW)).toEqual(readTimer(events, NOW));
      }),
    );
  });

  test("the beats' seconds add up to the answer's, and answer and probing fit into the time there was", () => {
    fc.assert(
      fc.property(history, (events) => {
        const { answerMs, probeMs, beatMs } = readTimer(events, NOW);
        expect(BEATS.reduce((sum, beat) => sum + beatMs[beat], 0)).toBeLessThanOrEqual(answerMs);
        expect(answerMs + probeMs).toBeLessThanOrEqual(NOW);
        if (events.every(({ kind }) => kind === "beat")) {
          expect(BEATS.reduce((sum, beat) => sum + beatMs[beat], 0)).toBe(answerMs);
        }
      }),
    );
  });

  test("the same events shifted in time read the same", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 1e12 }), (events, later) => {
        const shifted = events.map((event) => ({ ...event, at: event.at + later }));
        expect(readTimer(shifted, NOW + later)).toEqual(readTimer(events, NOW));
      }),
    );
  });

  test("a longer probe never lengthens the answer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (probe) => {
        const events = at([0, "situation"], [30, "probe-on"], [30 + probe, "probe-off"], [50 + probe, "end"]);
        expect(readTimer(events, 1_000_000)).toMatchObject({ answerMs: 50_000, probeMs: probe * 1000 });
      }),
    );
  });
});
