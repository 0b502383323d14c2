import fc from "fast-check";
import { v7 } from "uuid";
import { connect } from "@/db/client";
import { withOrganization } from "@/db/context";
import { copyDatabase, createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { OUTCOMES } from "@/lib/domain/debrief";
import { ROLES, type Role } from "@/lib/domain/roles";
import type { Mark } from "@/lib/domain/scale";
import { TRAPS } from "@/lib/domain/traps";
import { decideDebrief } from "@/lib/services/debriefs/decide-debrief";
import { openDebrief } from "@/lib/services/debriefs/open-debrief";
import { revealDebrief } from "@/lib/services/debriefs/reveal-debrief";
import { amendScorecard } from "@/lib/services/scorecards/amend-scorecard";
import { applyOperations } from "@/lib/services/scorecards/apply-operations";
import { submitScorecard } from "@/lib/services/scorecards/submit-scorecard";
import { type Seated, type SignedIn, seatInterview, signIn } from "../../support/interviewers";
import { completeCard, tab } from "../../support/operations";

/** What one interviewer makes of a candidate: all that a viewer with an open seat must not know. */
export interface Judgement {
  marks: readonly [Mark, Mark, Mark, Mark, Mark];
  note: string;
  trap: (typeof TRAPS)[number] | null;
  recommendation: "strong-no" | "no" | "yes" | "strong-yes";
  confidence: "low" | "medium" | "high";
  /** What Ben says otherwise afterwards, and why. */
  secondThought: Mark;
  reason: string;
  /** What the lead wrote who opened the room early, and what was decided there. */
  openedFor: string;
  outcome: (typeof OUTCOMES)[number];
}

const level = fc.integer({ min: 1, max: 5 }) as fc.Arbitrary<Mark>;
const position = fc.integer({ min: -2, max: 2 }) as fc.Arbitrary<Mark>;
export const judgement: fc.Arbitrary<Judgement> = fc.record({
  marks: fc.tuple(level, level, level, level, position),
  note: fc.string({ minLength: 1, maxLength: 200, unit: "grapheme-ascii" }),
  trap: fc.option(fc.constantFrom(...TRAPS)),
  recommendation: fc.constantFrom("strong-no", "no", "yes", "strong-yes"),
  confidence: fc.constantFrom("low", "medium", "high"),
  secondThought: level,
  reason: fc
    .string({ minLength: 1, maxLength: 100, unit: "grapheme-ascii" })
    .filter((text) => text.trim() !== ""),
  openedFor: fc
    .string({ minLength: 1, maxLength: 100, unit: "grapheme-ascii" })
    .filter((text) => text.trim() !== ""),
  outcome: fc.constantFrom(...OUTCOMES),
});

/** One organisation, laid out before anybody has judged: the same in both worlds. */
export interface House {
  world: World;
  place: Seated;
  /** Judged alike in both worlds, in the middle: an order or a comparison that knew of Mira's marks would show it. */
  beside: Seated;
  /** All but one have submitted nothing here, or may not compare. */
  blind: Record<string, SignedIn>;
  /** Compares, and has no seat: for her the two worlds differ. */
  sees: SignedIn;
  author: { id: string; name: string; roles: readonly Role[] };
  /** Judged alike in both worlds: here only another organisation differs, and nobody of this one may know anything. */
  quiet: boolean;
}

const VIEWERS: Record<string, { roles: Role[]; seat: boolean }> = {
  interviewer: { roles: ["interviewer"], seat: true },
  "recruiter with a seat": { roles: ["interviewer", "recruiter"], seat: true },
  "lead with a seat": { roles: ["interviewer", "lead"], seat: true },
  "everything with a seat": { roles: [...ROLES], seat: true },
  "interviewer without a seat": { roles: ["interviewer"], seat: false },
  administrator: { roles: ["admin"], seat: false },
};

/** Members without a seat who see all of their own house: what they must not know is the other organisations. */
const FREE: Record<string, { roles: Role[]; seat: boolean }> = {
  recruiter: { roles: ["recruiter"], seat: false },
  lead: { roles: ["lead"], seat: false },
  everything: { roles: [...ROLES], seat: false },
};

async function layOutHouse(records: TestDatabase, i: number, quiet: boolean): Promise<House> {
  const world = await layOutWorld(records.url, `House ${i}`);
  const blind: Record<string, SignedIn> = {};
  const viewers = quiet ? { ...VIEWERS, ...FREE } : VIEWERS;
  for (const [name, { roles }] of Object.entries(viewers)) blind[name] = await signIn(world, name, roles);
  const ben = await signIn(world, "Ben", ["interviewer"]);
  const sees = await signIn(world, "Rosa", ["recruiter", "lead"]);
  const seated = Object.entries(VIEWERS).flatMap(([name, { seat }]) => (seat ? (blind[name] ?? []) : []));
  const place = await seatInterview(world, "Mira", [ben, ...seated]);
  const author = { id: ben.memberId, name: "Ben", roles: ["interviewer"] as Role[] };
  const beside = await seatInterview(world, "Otto", [ben]);
  const card = { scorecardId: beside.scorecardIds[0] ?? "" };
  const operations = completeCard([3, 3, 3, 3, 1]).map(tab(world.rubricVersionId));
  const acting = { organization: world.organization, member: author, now: new Date() };
  await withOrganization(world.database, acting, async (ctx) => {
    await applyOperations(ctx, { ...card, operations });
    await submitScorecard(ctx, card);
  });
  return { world, place, beside, blind, sees, author, quiet };
}

/** Ben judges, at a moment that is the same in both worlds. */
async function judge(url: string, houses: readonly House[], judgements: readonly Judgement[], now: Date) {
  const database = connect(url, { max: 2 });
  for (const [i, { world, place, author, sees }] of houses.entries()) {
    const { marks, note, trap, recommendation, confidence, secondThought, reason, openedFor, outcome } =
      judgements[i] ?? fail();
    const make = tab(world.rubricVersionId);
    const card = { scorecardId: place.scorecardIds[0] ?? "" };
    const more = [
      make({ field: "note", noteId: v7(), value: { dimension: "fix", text: note, atMs: 0 } }),
      make({ field: "recommendation", value: recommendation }),
      make({ field: "confidence", value: confidence }),
      ...(trap ? [make({ field: "trap", trap, value: { reason: note.slice(0, 100) } })] : []),
    ];
    const operations = [...completeCard(marks).map(make), ...more];
    await withOrganization(
      database,
      { organization: world.organization, member: author, now },
      async (ctx) => {
        await applyOperations(ctx, { ...card, operations });
        await submitScorecard(ctx, card);
        await amendScorecard(ctx, {
          ...card,
          amendmentId: v7(),
          change: {
            field: "rating",
            dimension: "fix",
            value: { state: "observed", mark: otherThan(marks[3], secondThought) },
          },
          reason,
        });
      },
    );
    const { interviewId } = place;
    const rosa = { id: sees.memberId, name: "Rosa", roles: ["recruiter", "lead"] as const };
    await withOrganization(database, { organization: world.organization, member: rosa, now }, async (ctx) => {
      await openDebrief(ctx, { interviewId, reason: openedFor });
      await revealDebrief(ctx, { interviewId });
      const tookPart = [author.id];
      await decideDebrief(ctx, { interviewId, decisionId: v7(), outcome, rationale: reason, tookPart });
    });
  }
  await database.$client.end();
}

/** Ben thinks again, in one world alone: whoever must not know hears nothing of it, then and there. */
export async function thinkAgain(url: string, { world, place, author }: House): Promise<void> {
  const database = connect(url, { max: 1 });
  const acting = { organization: world.organization, member: author, now: new Date() };
  await withOrganization(database, acting, (ctx) =>
    amendScorecard(ctx, {
      scorecardId: place.scorecardIds[0] ?? "",
      amendmentId: v7(),
      change: { field: "rating", dimension: "ownership", value: { state: "not-observed" } },
      reason: "Slept on it",
    }),
  );
  await database.$client.end();
}

/** An amendment says something else than the card. */
function otherThan(mark: Mark, wanted: Mark): Mark {
  return wanted === mark ? (((mark % 5) + 1) as Mark) : wanted;
}

function fail(): never {
  throw new Error("There are as many judgements as houses");
}

/** Another organisation on the same server, of which everything differs from world to world. */
async function layOutNeighbour(url: string, side: string, people: number): Promise<void> {
  const world = await layOutWorld(url, `Neighbour ${side}`);
  const ned = await signIn(world, `Ned ${side}`, [...ROLES]);
  for (let i = 0; i < people; i += 1) await seatInterview(world, `Mira of ${side} ${i}`, [ned]);
  await world.end();
}

/** Two databases, alike but for what Ben made of Mira in every house but the last, and for all of a neighbour. */
export async function layOutPairs(
  pairs: number,
  seed: number,
): Promise<{ houses: House[]; left: TestDatabase; right: TestDatabase; end(): Promise<void> }> {
  const left = await createTestDatabase();
  const houses: House[] = [];
  for (let i = 0; i <= pairs; i += 1) houses.push(await layOutHouse(left, i, i === pairs));
  for (const { world } of houses) await world.end();
  const drawn = fc.sample(fc.tuple(judgement, judgement), { numRuns: pairs + 1, seed });
  const now = new Date();
  const side = (which: 0 | 1) => drawn.map((pair) => pair[which]);
  // The quiet house is judged before the copy: there not even an id differs.
  await judge(left.url, houses.slice(-1), side(0).slice(-1), now);
  const right = await copyDatabase(left);
  await layOutNeighbour(left.url, "left", 1);
  await layOutNeighbour(right.url, "right", 4);
  const judged = houses.slice(0, -1);
  await judge(left.url, judged, side(0), now);
  await judge(right.url, judged, side(1), now);
  return {
    houses,
    left,
    right,
    end: async () => {
      await left.drop();
      await right.drop();
    },
  };
}
