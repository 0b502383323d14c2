import fc from "fast-check";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@/db/context";
import { brokenInvariants } from "@/db/invariants";
import { createTestDatabase, type Owner, openOwner, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type PlacedInterview, type World } from "@/db/testing/world";
import { listCandidatesContract } from "@/lib/contracts/candidates";
import { Problem } from "@/lib/domain/errors";
import { DIMENSIONS, type Mark, marksOf } from "@/lib/domain/scale";
import { completeCard, tab } from "@/tests/support/operations";
import { amendScorecard } from "../scorecards/amend-scorecard";
import { applyOperations } from "../scorecards/apply-operations";
import { submitScorecard } from "../scorecards/submit-scorecard";
import { listCandidates } from "./list-candidates";

const PANEL = ["Ada", "Ben", "Cleo"];
const CANDIDATES = ["Mira", "Noor"];
/** Each history is some forty statements; more of them say little more. */
const HISTORIES = 12;

let records: TestDatabase;
let world: World;
let owner: Owner;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  owner = openOwner(records);
});
afterAll(async () => {
  await owner.end();
  await world.end();
  await records.drop();
});

const marks = fc.tuple(
  ...DIMENSIONS.map((dimension) =>
    fc.option(fc.constantFrom(...marksOf(dimension)), { freq: 6, nil: undefined }),
  ),
);
const card = { candidate: fc.constantFrom(...CANDIDATES), who: fc.constantFrom(...PANEL) };
const deed = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("submit" as const), ...card, marks }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("amend" as const), ...card, mark: fc.constantFrom(1, 5) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("correct" as const), ...card, mark: fc.constantFrom(2, 3) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), ...card }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("erase" as const), candidate: card.candidate }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** What is refused (a card submitted before, a candidate erased) is part of a history, and changes nothing. */
async function carryOut(done: Deed, place: PlacedInterview): Promise<void> {
  if (done.kind === "erase") {
    await owner`delete from applications where id = ${place.applicationId}`;
    return;
  }
  const scorecardId = place.card(done.who);
  const as = (work: (ctx: Context) => Promise<unknown>) =>
    world.as(done.who, work).catch((refusal: unknown) => {
      if (!(refusal instanceof Problem)) throw refusal;
    });
  switch (done.kind) {
    case "submit": {
      const given: Mark[] = Array.from({ length: DIMENSIONS.length });
      for (const [at, mark] of done.marks.entries()) if (mark !== undefined) given[at] = mark;
      const operations = completeCard(given).map(tab(world.rubricVersionId));
      await as((ctx) => applyOperations(ctx, { scorecardId, operations }));
      await as((ctx) => submitScorecard(ctx, { scorecardId }));
      return;
    }
    case "amend": {
      const value = { state: "observed" as const, mark: done.mark as Mark };
      const change = { field: "rating" as const, dimension: "fix" as const, value };
      await as((ctx) =>
        amendScorecard(ctx, { scorecardId, amendmentId: v7(), change, reason: "heard it again" }),
      );
      return;
    }
    case "correct":
      await owner`update ratings set mark = ${done.mark} where scorecard_id = ${scorecardId} and dimension = 'fix'`;
      return;
    case "withdraw":
      await owner`delete from submissions where scorecard_id = ${scorecardId}`;
  }
}

/** Counts from the ratings themselves, as a stranger to all that is kept beside them would. */
async function recount(): Promise<Record<string, Record<string, Record<string, number>>>> {
  const rows = await owner<{ application: string; dimension: string; mark: string; count: number }[]>`
    select i.application_id as application, r.dimension, coalesce(r.mark::text, 'not-observed') as mark, count(*)::int
    from submissions s join interviews i on i.id = s.interview_id join ratings r on r.scorecard_id = s.scorecard_id
    group by 1, 2, 3`;
  const counts: Record<string, Record<string, Record<string, number>>> = {};
  for (const { application, dimension, mark, count } of rows) {
    counts[application] ??= {};
    counts[application][dimension] ??= {};
    Object.assign(counts[application][dimension], { [mark]: count });
  }
  return counts;
}

test("whatever is submitted, amended, corrected, withdrawn or erased, counts equal a full recount", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (history) => {
      await owner`delete from applications`;
      const places = new Map<string, PlacedInterview>();
      for (const name of CANDIDATES) places.set(name, await world.interview(name, PANEL));
      for (const done of history) {
        const place = places.get(done.candidate);
        if (place) await carryOut(done, place);
      }
      const { candidates, missing } = await world.as("Rosa", (ctx) =>
        listCandidates(ctx, listCandidatesContract.input.parse({ openingId: world.openingId })),
      );
      const recounted = await recount();
      for (const row of candidates) {
        for (const dimension of DIMENSIONS) {
          const counted = recounted[row.applicationId]?.[dimension] ?? {};
          expect(row.dimensions[dimension].counts, dimension).toEqual(counted);
        }
        expect(row.counted).toBe(row.submitted);
      }
      const [left] = await owner<{ missing: number }[]>`select count(*)::int as missing from seats t
        where not exists (select from submissions s where s.interview_id = t.interview_id and s.member_id = t.member_id)`;
      expect(missing).toBe(left?.missing);
    }),
    { numRuns: HISTORIES },
  );
  const broken = await brokenInvariants(records.ownerUrl);
  // Taking a submission back behind the app's back leaves its audit row and its ledger: that is what these two would say.
  const own = /revision is the number|received after|exactly one audit row/;
  expect(broken.filter(({ invariant }) => !own.test(invariant))).toEqual([]);
});

test("an amendment leaves the first score in every figure; a correction of it moves exactly one count", async () => {
  await owner`delete from applications`;
  const place = await world.interview("Mira", PANEL);
  const all = completeCard([4, 4, 4, 4, 0]).map(tab(world.rubricVersionId));
  await world.as("Ada", (ctx) => applyOperations(ctx, { scorecardId: place.card("Ada"), operations: all }));
  await world.as("Ada", (ctx) => submitScorecard(ctx, { scorecardId: place.card("Ada") }));
  const fix = async () => {
    const { candidates } = await world.as("Rosa", (ctx) =>
      listCandidates(ctx, listCandidatesContract.input.parse({ openingId: world.openingId })),
    );
    return candidates[0]?.dimensions.fix.counts;
  };
  expect(await fix()).toEqual({ "4": 1 });
  const change = { field: "rating", dimension: "fix", value: { state: "observed", mark: 2 } } as const;
  await world.as("Ada", (ctx) =>
    amendScorecard(ctx, {
      scorecardId: place.card("Ada"),
      amendmentId: v7(),
      change,
      reason: "second thoughts",
    }),
  );
  expect(await fix()).toEqual({ "4": 1 });
  await carryOut({ kind: "correct", candidate: "Mira", who: "Ada", mark: 2 }, place);
  expect(await fix()).toEqual({ "2": 1 });
});
