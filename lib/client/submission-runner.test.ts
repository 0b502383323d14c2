import { expect, test } from "vitest";
import { runSubmission, type SubmissionPorts, TakenBack, type Telling } from "./submission-runner";

/** A submission on a clock of its own; `request` is the one under way. */
function stage(ports: Partial<SubmissionPorts> = {}) {
  let now = 1_000;
  let timers: { at: number; run: () => void }[] = [];
  const kept: (number | null)[] = [];
  const requests: {
    tell: Telling;
    done: () => void;
    refuse: (problem: Error) => void;
    signal: AbortSignal;
  }[] = [];
  const submission = runSubmission({
    send: (signal, tell) =>
      new Promise<void>((done, refuse) => requests.push({ tell, done, refuse, signal })),
    hasArrived: async () => false,
    keep: (inMs) => kept.push(inMs),
    monotonic: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    ...ports,
  });
  return {
    submission,
    kept,
    requests,
    request: () => requests.at(-1) ?? expect.unreachable("nothing was sent"),
    pass(ms: number) {
      for (const end = now + ms; now < end; now += 50) {
        const due = timers.filter(({ at }) => at <= now);
        timers = timers.filter((one) => !due.includes(one));
        for (const { run } of due) run();
      }
    },
    settled: () => new Promise((next) => setImmediate(next)),
  };
}

test("ten seconds, then it leaves by itself, once", async () => {
  const { submission, pass, requests, request, settled, kept } = stage();
  submission.begin();
  submission.begin();
  expect(submission.read()).toEqual({ phase: "counting", secondsLeft: 10 });
  pass(9_900);
  expect(requests).toHaveLength(0);
  pass(400);
  expect(submission.read()).toMatchObject({ phase: "sending", trouble: null });
  request().done();
  await settled();
  expect(submission.read()).toEqual({ phase: "idle", problem: null });
  expect(requests).toHaveLength(1);
  expect(kept).toEqual([10_000, null]);
});

test("taken back while it counts, it is kept nowhere and never leaves", () => {
  const { submission, pass, requests, kept } = stage();
  submission.begin();
  pass(3_000);
  submission.undo("You changed something.");
  pass(60_000);
  expect(submission.read()).toEqual({ phase: "idle", problem: "You changed something." });
  expect(requests).toHaveLength(0);
  expect(kept).toEqual([10_000, null]);
});

test("begun before a reload, it goes on with what was left, and at once when its time is over", () => {
  const early = stage();
  early.submission.resume(4_000);
  expect(early.submission.read()).toEqual({ phase: "counting", secondsLeft: 4 });
  const clockSetBack = stage();
  clockSetBack.submission.resume(86_400_000);
  expect(clockSetBack.submission.read()).toEqual({ phase: "counting", secondsLeft: 10 });
  const late = stage();
  late.submission.resume(0);
  expect(late.requests).toHaveLength(1);
});

test("without a network it may be taken back: nothing has left yet", () => {
  const { submission, request, kept } = stage();
  submission.resume(0);
  submission.takeBack();
  expect(submission.read().phase).toBe("sending");
  request().tell.trouble("Nobody answers.");
  expect(submission.read()).toEqual({ phase: "sending", trouble: "Nobody answers.", canTakeBack: true });
  submission.takeBack();
  expect(request().signal.aborted).toBe(true);
  expect(submission.read()).toEqual({ phase: "idle", problem: null });
  expect(kept).toEqual([null]);
});

test("what may have arrived is asked for before it is taken back", async () => {
  for (const arrived of [true, false]) {
    const { submission, request, kept, settled } = stage({ hasArrived: async () => arrived });
    submission.resume(0);
    request().tell.leaving();
    request().tell.trouble("The answer stayed away.");
    submission.takeBack();
    expect(submission.read()).toMatchObject({ phase: "sending", canTakeBack: false });
    await settled();
    expect(submission.read()).toEqual({ phase: "idle", problem: null });
    expect(kept).toEqual(arrived ? [] : [null]);
  }
});

test("a refusal is said and meant no longer; one taken back in another tab ends quietly", async () => {
  const refused = stage();
  refused.submission.resume(0);
  refused.request().refuse(new Error("2 things are missing"));
  await refused.settled();
  expect(refused.submission.read()).toEqual({ phase: "idle", problem: "2 things are missing" });
  expect(refused.kept).toEqual([null]);
  const elsewhere = stage();
  elsewhere.submission.resume(0);
  elsewhere.request().refuse(new TakenBack());
  await elsewhere.settled();
  expect(elsewhere.submission.read()).toEqual({ phase: "idle", problem: null });
});

test("let go because another tab took it back, unless it may have left", () => {
  const counting = stage();
  counting.submission.begin();
  counting.submission.letGo();
  expect(counting.submission.read().phase).toBe("idle");
  const leaving = stage();
  leaving.submission.resume(0);
  leaving.request().tell.leaving();
  leaving.submission.letGo();
  expect(leaving.submission.read().phase).toBe("sending");
});
