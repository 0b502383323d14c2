import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import type { Change } from "@/lib/domain/changes";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { backoffMs } from "./backoff";
import { nextBatch, reduceOutbox, startOutbox } from "./outbox";
import type { Outbox, OutboxEvent } from "./outbox-state";
import { saveStateOf } from "./save-state";

const rate = (mark: 1 | 2 | 3): Change => ({
  field: "rating",
  dimension: "fix",
  value: { state: "observed", mark },
});
const made = (opId: string, change: Change = rate(2)): OutboxEvent => ({
  type: "made",
  change,
  opId,
  at: 10,
  wallClock: "2026-11-23T10:00:00.000Z",
});
const sent = (requestId: string, ...opIds: string[]): OutboxEvent => ({ type: "sent", requestId, opIds });
const saved = (requestId: string, ...opIds: string[]): OutboxEvent => ({
  type: "acknowledged",
  requestId,
  saved: opIds.map((opId, n) => ({ opId, revision: 4 + n })),
  revision: 3 + opIds.length,
  now: 1_000,
  chance: 0,
});
const failed = (requestId: string, status: number, ...opIds: string[]): OutboxEvent => ({
  type: "failed",
  requestId,
  opIds,
  failure: { code: "X", status, message: "No", retryable: status === 0 || status >= 500 },
  now: 1_000,
  chance: 0,
});

const empty = startOutbox({
  clientId: uuidv7(),
  rubricVersionId: uuidv7(),
  content: EMPTY_SCORECARD,
  revision: 3,
  submittedAt: null,
});
const given = (...events: OutboxEvent[]): Outbox => events.reduce(reduceOutbox, empty);

describe("the outbox", () => {
  test("a change is on screen at once, numbered without gaps, and carries the revision it was made on", () => {
    const outbox = given(made("a", rate(1)), made("b", rate(3)));
    expect(outbox.content.ratings.fix).toEqual({ state: "observed", mark: 3 });
    expect(outbox.waiting.map((one) => [one.clientSeq, one.baseRevision])).toEqual([
      [1, 3],
      [2, 3],
    ]);
    expect(saveStateOf(outbox)).toBe("in-this-tab");
  });

  test("a keystroke is not saved before it is an operation and acknowledged", () => {
    const change: Change = {
      field: "note",
      noteId: "n",
      value: { dimension: "fix", text: "a", atMs: null },
    };
    expect(saveStateOf(given({ type: "typed", change }))).toBe("in-this-tab");
    expect(saveStateOf(given({ type: "typed", change }, made("a", change)))).toBe("in-this-tab");
    expect(saveStateOf(given(made("a", change), sent("r", "a"), saved("r", "a")))).toBe("saved");
  });

  test("one request at a time: nothing more leaves while one is under way", () => {
    expect(nextBatch(given(made("a"), sent("r", "a"), made("b")), 0)).toEqual([]);
  });

  test("a reply to another request never ends the one under way", () => {
    const outbox = given(made("a"), sent("r", "a"), failed("old", 503, "a"));
    expect(outbox.inFlight?.requestId).toBe("r");
    expect(outbox.failures).toBe(0);
  });

  test("what an answer leaves out goes on waiting, and is not tried again in a hot loop", () => {
    const outbox = given(made("a"), made("b"), sent("r", "a", "b"), saved("r", "a"));
    expect(outbox.waiting.map((one) => one.opId)).toEqual(["b"]);
    expect(nextBatch(outbox, 1_000)).toEqual([]);
    expect(nextBatch(outbox, 1_400)).toHaveLength(1);
  });

  test("a failure is tried again later and later, and at once when woken", () => {
    const outbox = given(made("a"), sent("r", "a"), failed("r", 503, "a"));
    expect(nextBatch(outbox, 1_000)).toEqual([]);
    expect(nextBatch(reduceOutbox(outbox, { type: "woken" }), 1_000)).toHaveLength(1);
  });

  test("a server that asks for seven seconds is left alone for seven", () => {
    const busy: OutboxEvent = {
      type: "failed",
      requestId: "r",
      opIds: ["a"],
      failure: { code: "UNAVAILABLE", status: 503, message: "Busy", retryable: true, retryAfterMs: 7_000 },
      now: 1_000,
      chance: 0,
    };
    const outbox = given(made("a"), sent("r", "a"), busy);
    expect(nextBatch(outbox, 7_999)).toEqual([]);
    expect(nextBatch(outbox, 8_000)).toHaveLength(1);
  });

  test("with a store nothing is sent, or called kept, before it is on the disk", () => {
    const opening = startOutbox({ ...empty, revision: 3 }, "opening");
    expect(saveStateOf(opening)).toBe("opening");
    const events: OutboxEvent[] = [
      { type: "storage", state: "device" },
      { type: "turn", sending: true },
      made("a"),
    ];
    const writing = events.reduce(reduceOutbox, opening);
    expect(saveStateOf(writing)).toBe("writing");
    expect(nextBatch(writing, 0)).toEqual([]);
    const [draft] = writing.drafts;
    if (!draft) throw new Error("nothing was made");
    const kept = reduceOutbox(writing, {
      type: "kept",
      operations: [{ ...draft, clientId: uuidv7(), clientSeq: 9 }],
    });
    expect(saveStateOf(kept)).toBe("on-this-device");
    expect(nextBatch(kept, 0)).toHaveLength(1);
    const broken = reduceOutbox(writing, { type: "storage", state: "memory" });
    expect(saveStateOf(broken)).toBe("in-this-tab");
    expect(nextBatch(broken, 0)).toHaveLength(1);
  });

  test("a refused batch is halved until the bad operation stands alone", () => {
    const outbox = given(
      made("a"),
      made("b"),
      made("c"),
      sent("r", "a", "b", "c"),
      failed("r", 422, "a", "b", "c"),
    );
    expect(nextBatch(outbox, 0).map((one) => one.opId)).toEqual(["a", "b"]);
    const alone = reduceOutbox(reduceOutbox(outbox, sent("s", "a")), failed("s", 422, "a"));
    expect(alone.refused).toMatchObject([{ operation: { opId: "a" }, message: "No" }]);
    expect(saveStateOf(alone)).toBe("refused");
  });

  test("a scorecard that is no longer ours refuses everything at once, and trying again keeps the order", () => {
    const outbox = given(made("a"), made("b"), sent("r", "a", "b"), failed("r", 409, "a", "b"), made("c"));
    expect(outbox.refused).toHaveLength(2);
    const again = reduceOutbox(outbox, { type: "refused-again" });
    expect(again.waiting.map((one) => one.opId)).toEqual(["a", "b", "c"]);
  });

  test("what comes after the card was submitted elsewhere is neither saved nor sent again", () => {
    const tooLate = failed("r", 409, "a");
    if (tooLate.type === "failed") tooLate.failure.submittedAt = "2026-11-23T10:00:00Z";
    const outbox = given(made("a"), made("b"), sent("r", "a"), tooLate);
    expect(outbox.late.map(({ opId }) => opId)).toEqual(["a", "b"]);
    expect(nextBatch(outbox, 1e9)).toEqual([]);
    expect(saveStateOf(outbox)).toBe("submitted");
  });

  test("a refusal no longer matters once a later value of the same field is saved", () => {
    const outbox = given(
      made("a"),
      sent("r", "a"),
      failed("r", 422, "a"),
      made("b"),
      sent("s", "b"),
      saved("s", "b"),
    );
    expect(saveStateOf(outbox)).toBe("saved");
  });

  describe("a server that lost its last second", () => {
    const asking = { ...empty, asks: true };
    const on = (...events: OutboxEvent[]) => events.reduce(reduceOutbox, asking);
    const caughtUp: OutboxEvent = {
      type: "caught-up",
      content: EMPTY_SCORECARD,
      revision: 4,
      submittedAt: null,
      history: [],
      questions: 0,
      lost: ["a"],
    };
    /** The answer to what is asked now. */
    const answered = (outbox: Outbox): Outbox =>
      reduceOutbox(outbox, { ...caughtUp, lost: [], questions: outbox.questions } as OutboxEvent);

    test("an answer asked for before the session ended does not say that it goes on; the next one does", () => {
      const before = on(made("a"), sent("r", "a"));
      const over = reduceOutbox(before, failed("r", 401, "a"));
      const late: OutboxEvent = { ...caughtUp, lost: [], questions: before.questions } as OutboxEvent;
      expect(saveStateOf(reduceOutbox({ ...over, storage: "device" }, late))).toBe("signed-out");
      expect(answered(reduceOutbox(over, { type: "woken" })).signedOut).toBe(false);
    });

    test("after an answer stayed away nothing is called saved before the gaps were asked for", () => {
      const back = on(made("a"), sent("r", "a"), failed("r", 503, "a"), sent("s", "a"), saved("s", "a"));
      expect(back).toMatchObject({ behind: true, waiting: [] });
      expect(saveStateOf(back)).toBe("in-this-tab");
      expect(saveStateOf(answered(back))).toBe("saved");
    });

    test("an answer that was asked for before the last doubt or the last news ends neither", () => {
      const before = on({ type: "woken" });
      const early = { ...caughtUp, lost: [], questions: before.questions } as OutboxEvent;
      const doubted = on({ type: "woken" }, made("a"), sent("r", "a"), failed("r", 503, "a"));
      expect(reduceOutbox(doubted, early)).toMatchObject({ behind: true, unsure: true });
      const news = on({ type: "woken" }, made("a"), sent("r", "a"), {
        ...saved("r", "a"),
        revision: 7,
      } as OutboxEvent);
      expect(reduceOutbox(news, early)).toMatchObject({ behind: true });
      expect(answered(reduceOutbox(news, early))).toMatchObject({ behind: false });
    });

    test("a revision given a second time is noticed, and what was lost is sent again", () => {
      const again = on(
        made("a"),
        sent("r", "a"),
        saved("r", "a"),
        made("b"),
        sent("s", "b"),
        saved("s", "b"),
      );
      expect(again.unsure).toBe(true);
      const asked = reduceOutbox(again, caughtUp);
      expect(nextBatch(asked, 0).map(({ opId }) => opId)).toEqual(["a"]);
    });

    test("revisions that go on upwards raise no doubt", () => {
      const first = on(made("a"), sent("r", "a"), saved("r", "a"), made("b"), made("c"), sent("s", "b", "c"));
      const on5 = {
        ...saved("s", "b", "c"),
        saved: [
          { opId: "b", revision: 5 },
          { opId: "c", revision: 6 },
        ],
      };
      expect(reduceOutbox(first, on5 as OutboxEvent)).toMatchObject({ unsure: false });
    });
  });

  test("Submitted is only said with nothing left unsaved", () => {
    const submitted: OutboxEvent = { type: "submitted", at: "2026-11-23T10:00:00Z" };
    expect(saveStateOf(given(submitted))).toBe("submitted");
    expect(saveStateOf(given(submitted, made("a")))).toBe("in-this-tab");
  });
});

test("waits double from about half a second to a few seconds, half of each by chance", () => {
  expect([1, 2, 3, 4, 5, 50].map((failures) => backoffMs(failures, 0))).toEqual([
    200, 400, 800, 1_600, 2_000, 2_000,
  ]);
  expect(backoffMs(50, 0.999)).toBeLessThanOrEqual(4_000);
});
