import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "@/db/invariants";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { ensureBuilt } from "@/lib/commands/build/build";
import type { Contract } from "@/lib/contracts/contract";
import { applyOperationsContract } from "@/lib/contracts/operations";
import { submitScorecardContract } from "@/lib/contracts/submission";
import { DIMENSIONS, LEVELS, POSITIONS } from "@/lib/domain/scale";
import { type Answer, ask } from "../support/ask";
import { type SignedIn, seatInterview, signInInterviewers } from "../support/interviewers";
import { completeCard, tab } from "../support/operations";
import { type Product, serveProduct } from "../support/server";

const INTERVIEWS = 20;
const SEATS = 5;
const SCORECARDS = INTERVIEWS * SEATS;

let records: TestDatabase;
let world: World;
let product: Product;

beforeAll(async () => {
  await ensureBuilt(console.log);
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  product = await serveProduct(records.url, "crowd");
});
afterAll(async () => {
  await product?.stop();
  await world?.end();
  await records?.drop();
});

interface Card {
  who: SignedIn;
  scorecardId: string;
}

/** A hundred people, each in one seat. */
async function fillRooms(): Promise<Card[]> {
  const people = await signInInterviewers(world, SCORECARDS);
  const rooms = Array.from({ length: INTERVIEWS }, async (_, room) => {
    const panel = people.slice(room * SEATS, (room + 1) * SEATS);
    const { scorecardIds } = await seatInterview(world, `Candidate ${room + 1}`, panel);
    return panel.map((who, seat) => ({ who, scorecardId: scorecardIds[seat] ?? "" }));
  });
  return (await Promise.all(rooms)).flat();
}

/** The same deed by everybody at the same moment. */
function atOnce(
  cards: readonly Card[],
  contract: Contract,
  inputOf: (card: Card, i: number) => Record<string, unknown>,
): Promise<Answer[]> {
  return Promise.all(
    cards.map((card, i) => ask(product.address, card.who.cookie, contract, inputOf(card, i))),
  );
}

const statuses = (answers: readonly Answer[]) => new Set(answers.map(({ status }) => status));

test("a hundred people submit at the same moment: every card counted once, every deed audited once", async () => {
  const cards = await fillRooms();
  const filled = await atOnce(cards, applyOperationsContract, ({ scorecardId }, i) => {
    const level = LEVELS[i % LEVELS.length] ?? 1;
    const marks = [level, 3, 2, 4, POSITIONS[i % POSITIONS.length] ?? 0] as const;
    return { scorecardId, operations: completeCard(marks).map(tab(world.rubricVersionId)) };
  });
  expect(statuses(filled)).toEqual(new Set([200]));

  const submitted = await atOnce(cards, submitScorecardContract, ({ scorecardId }) => ({ scorecardId }));
  expect(statuses(submitted)).toEqual(new Set([200]));

  const owner = postgres(records.ownerUrl, { max: 1 });
  const [told] = await owner`
    select (select count(*)::int from submitted_marks, unnest(marks) as mark where mark is not null) as marks,
      (select count(*)::int from submissions) as submissions,
      (select count(*)::int from audit_events where action = 'scorecard.submit') as deeds,
      (select count(distinct subject_id)::int from audit_events where action = 'scorecard.submit') as cards`;
  await owner.end();
  expect(told).toEqual({
    marks: SCORECARDS * DIMENSIONS.length,
    submissions: SCORECARDS,
    deeds: SCORECARDS,
    cards: SCORECARDS,
  });
  expect(await brokenInvariants(records.ownerUrl)).toEqual([]);
});
