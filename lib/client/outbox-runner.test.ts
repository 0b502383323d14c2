import * as fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { applyOperationsContract } from "@/lib/contracts/operations";
import { type Change, fieldKey } from "@/lib/domain/changes";
import { DIMENSIONS, LEVELS } from "@/lib/domain/scale";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { ApiProblem, call } from "./api";
import type { OutboxRunner } from "./outbox-ports";
import { runOutbox } from "./outbox-runner";
import { saveStateOf } from "./save-state";
import {
  FATES,
  type Fate,
  type FlakyServer,
  isPoison,
  POISON,
  startFlakyServer,
} from "./testing/flaky-server";

const SCORECARD = uuidv7();
/** Backoff in milliseconds of a clock that runs two hundred times faster than ours. */
const FASTER = 200;

type Made = { do: "rate"; dimension: number; level: number } | { do: "type"; note: number; text: string };
type Deed = Made | { do: "leave" | "online" | "breathe" };

const NOTES = [uuidv7(), uuidv7(), uuidv7()];

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("rate"), dimension: fc.nat(3), level: fc.nat(4) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("type"),
      note: fc.nat(2),
      text: fc.constantFrom("a", "ab", "abc", POISON),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("leave", "online", "breathe") }) },
);

function changeOf(made: Made): Change {
  if (made.do === "rate") {
    const dimension = DIMENSIONS[made.dimension] ?? "ownership";
    return { field: "rating", dimension, value: { state: "observed", mark: LEVELS[made.level] ?? 1 } };
  }
  const noteId = NOTES[made.note] ?? NOTES[0] ?? "";
  return { field: "note", noteId, value: { dimension: "noticing", text: made.text, atMs: null } };
}

function openAgainst(server: FlakyServer, chance: () => number): OutboxRunner {
  const start = {
    clientId: uuidv7(),
    rubricVersionId: uuidv7(),
    content: EMPTY_SCORECARD,
    revision: 0,
    submittedAt: null,
  };
  return runOutbox(start, {
    send: (operations, { keepalive }) =>
      call(
        applyOperationsContract,
        { scorecardId: SCORECARD, operations: [...operations] },
        { origin: server.origin, keepalive },
      ),
    now: () => performance.now() * FASTER,
    monotonic: () => performance.now() * FASTER,
    chance,
    newId: uuidv7,
    after(ms, run) {
      const timer = setTimeout(run, ms / FASTER);
      return () => clearTimeout(timer);
    },
  });
}

/** Resolves when the outbox has nothing left to send. */
function drained(runner: OutboxRunner): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { waiting, inFlight, typing } = runner.read();
      if (waiting.length > 0 || inFlight || Object.keys(typing).length > 0) return false;
      stop();
      resolve();
      return true;
    };
    const stop = runner.subscribe(look);
    look();
  });
}

test("whatever the network does, each change is saved exactly once and Saved is never said too early", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 1, maxLength: 25 }),
      fc.array(fc.constantFrom<Fate>(...FATES), { maxLength: 12 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      async (deeds, fates, chance) => {
        const pending = [...fates];
        const server = await startFlakyServer(() => pending.shift() ?? "fine");
        const runner = openAgainst(server, () => chance);
        const made = new Set<string>();
        const lies: string[] = [];
        runner.subscribe(() => {
          const outbox = runner.read();
          for (const operation of outbox.waiting) if (!isPoison(operation)) made.add(operation.opId);
          const state = saveStateOf(outbox);
          if (state !== "saved") return;
          for (const opId of made) if (!server.ledger.has(opId)) lies.push(opId);
        });
        const last = new Map<string, Change>();
        for (const one of deeds) {
          if (one.do === "rate" || one.do === "type") {
            const change = changeOf(one);
            last.set(fieldKey(change), change);
            if (one.do === "rate") runner.change(change);
            else runner.type(change);
          } else if (one.do === "leave") runner.leave();
          else if (one.do === "online") runner.wake();
          else await new Promise((next) => setImmediate(next));
        }
        runner.settle();
        // A session that ended waits for a person; here they come back at once, as often as it ends.
        runner.subscribe(() => {
          if (runner.read().retryAt === Number.POSITIVE_INFINITY) setImmediate(() => runner.wake());
        });
        runner.wake();
        await drained(runner);
        await server.stop();

        expect(lies).toEqual([]);
        const { refused, content } = runner.read();
        expect(refused.every(({ operation }) => isPoison(operation))).toBe(true);
        const seqs = [...server.ledger.values()].map((operation) => operation.clientSeq);
        expect(new Set(seqs).size).toBe(seqs.length);
        for (const [key, change] of last) {
          const saved = [...server.ledger.values()]
            .filter((operation) => fieldKey(operation.change) === key)
            .sort((a, b) => b.clientSeq - a.clientSeq)[0];
          const held = refused.find(({ operation }) => fieldKey(operation.change) === key)?.operation;
          expect((held ?? saved)?.change).toEqual(change);
        }
        for (const note of content.evidence) {
          expect(last.get(`note.${note.id}`)).toMatchObject({ value: { text: note.text } });
        }
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);

test("sixty changes made while the server is away are saved within seconds of its return", async () => {
  let away = true;
  const server = await startFlakyServer(() => (away ? "dropped" : "fine"));
  const runner = openAgainst(server, () => 0.5);
  for (let n = 0; n < 60; n += 1) runner.change(changeOf({ do: "rate", dimension: n % 4, level: n % 5 }));
  expect(saveStateOf(runner.read())).toBe("in-this-tab");
  expect(server.ledger.size).toBe(0);
  away = false;
  runner.wake();
  await drained(runner);
  expect(saveStateOf(runner.read())).toBe("saved");
  expect([...server.ledger.values()].map((operation) => operation.clientSeq)).toEqual(
    Array.from({ length: 60 }, (_, n) => n + 1),
  );
  await server.stop();
});

test("a note that the server refuses stays on screen with the reason, and its neighbours are saved", async () => {
  const server = await startFlakyServer(() => "fine");
  const runner = openAgainst(server, () => 0.5);
  runner.type(changeOf({ do: "type", note: 0, text: POISON }));
  runner.change(changeOf({ do: "rate", dimension: 0, level: 3 }));
  runner.change(changeOf({ do: "rate", dimension: 1, level: 4 }));
  await drained(runner);
  const outbox = runner.read();
  expect(saveStateOf(outbox)).toBe("refused");
  expect(outbox.refused).toMatchObject([{ message: "This note cannot be saved" }]);
  expect(outbox.content.evidence).toMatchObject([{ text: POISON }]);
  expect(server.ledger.size).toBe(2);

  runner.type(changeOf({ do: "type", note: 0, text: "mended" }));
  runner.settle();
  await drained(runner);
  expect(saveStateOf(runner.read())).toBe("saved");
  await server.stop();
});

test("a clock set back by a day while it waits does not put off the next attempt", async () => {
  let wall = Date.parse("2026-11-23T10:00:00Z");
  let answers = 0;
  const put: number[] = [];
  const runner = runOutbox(
    {
      clientId: uuidv7(),
      rubricVersionId: uuidv7(),
      content: EMPTY_SCORECARD,
      revision: 0,
      submittedAt: null,
    },
    {
      send: async (operations) => {
        answers += 1;
        if (answers === 1) throw new ApiProblem("NETWORK", "No answer", { retryable: true });
        return { applied: operations.map(({ opId }) => ({ opId, revision: 1 })), overtaken: [], revision: 1 };
      },
      now: () => wall,
      monotonic: () => performance.now(),
      chance: () => 0,
      newId: uuidv7,
      after(ms, run) {
        put.push(ms);
        wall -= 24 * 3_600_000;
        const timer = setTimeout(run, 0);
        return () => clearTimeout(timer);
      },
    },
  );
  runner.change(changeOf({ do: "rate", dimension: 0, level: 3 }));
  await drained(runner);
  expect(saveStateOf(runner.read())).toBe("saved");
  expect(Math.max(...put)).toBeLessThan(5_000);
});

test("a session that ended is said so, nothing is sent until somebody is back, then everything is saved", async () => {
  let signedIn = false;
  const server = await startFlakyServer(() => (signedIn ? "fine" : "signed-out"));
  const runner = openAgainst(server, () => 0.5);
  const said = new Promise<void>((resolve) => {
    runner.subscribe(() => saveStateOf(runner.read()) === "signed-out" && resolve());
  });
  runner.change(changeOf({ do: "rate", dimension: 2, level: 2 }));
  await said;
  runner.change(changeOf({ do: "rate", dimension: 3, level: 1 }));
  expect(server.requests).toBe(1);
  signedIn = true;
  runner.wake();
  expect(saveStateOf(runner.read())).toBe("signed-out");
  await drained(runner);
  expect(saveStateOf(runner.read())).toBe("saved");
  expect(server.ledger.size).toBe(2);
  await server.stop();
});

test("a page hidden and closed before its disk is open sends its last words once, and says nothing is kept", () => {
  const sent: { opIds: string[]; keepalive: boolean }[] = [];
  const runner = runOutbox(
    {
      clientId: uuidv7(),
      rubricVersionId: uuidv7(),
      content: EMPTY_SCORECARD,
      revision: 0,
      submittedAt: null,
    },
    {
      store: new Promise(() => {}),
      send: (operations, { keepalive }) => {
        sent.push({ opIds: operations.map(({ opId }) => opId), keepalive });
        return new Promise(() => {});
      },
      now: () => 1_000,
      monotonic: () => 1_000,
      chance: () => 0,
      newId: uuidv7,
      after: () => () => {},
    },
  );
  runner.change(changeOf({ do: "rate", dimension: 0, level: 3 }));
  runner.type(changeOf({ do: "type", note: 0, text: "ab" }));
  runner.leave();
  runner.leave();
  const { drafts, waiting } = runner.read();
  expect(sent).toEqual([{ opIds: drafts.map(({ opId }) => opId), keepalive: true }]);
  expect(drafts.map(({ clientSeq }) => clientSeq)).toEqual([1, 2]);
  expect(waiting).toEqual([]);
  expect(saveStateOf(runner.read())).toBe("writing");
});
