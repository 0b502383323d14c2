import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brokenInvariants } from "@/db/invariants";
import { debriefReasons } from "@/db/schema/index";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type PlacedInterview, type World } from "@/db/testing/world";
import type { Outcome } from "@/lib/domain/debrief";
import type { Mark } from "@/lib/domain/scale";
import { completeCard, tab } from "@/tests/support/operations";
import { getDossier } from "../candidates/get-dossier";
import { amendScorecard } from "../scorecards/amend-scorecard";
import { applyOperations } from "../scorecards/apply-operations";
import { submitScorecard } from "../scorecards/submit-scorecard";
import { decideDebrief } from "./decide-debrief";
import { getDebrief } from "./get-debrief";
import { joinDebrief } from "./join-debrief";
import { openDebrief } from "./open-debrief";
import { revealDebrief } from "./reveal-debrief";

let records: TestDatabase;
let world: World;
beforeAll(async () => {
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
});
afterAll(async () => {
  expect(await brokenInvariants(records.ownerUrl)).toEqual([]);
  await world.end();
  await records.drop();
});

async function score(who: string, place: PlacedInterview, marks: readonly Mark[]): Promise<void> {
  const operations = completeCard(marks).map(tab(world.rubricVersionId));
  await world.as(who, (ctx) => applyOperations(ctx, { scorecardId: place.card(who), operations }));
  await world.as(who, (ctx) => submitScorecard(ctx, { scorecardId: place.card(who) }));
}

const room = (who: string, { interviewId }: PlacedInterview) => ({
  look: () => world.as(who, (ctx) => getDebrief(ctx, { interviewId })),
  join: () => world.as(who, (ctx) => joinDebrief(ctx, { interviewId })),
  open: (reason: string) => world.as(who, (ctx) => openDebrief(ctx, { interviewId, reason })),
  reveal: () => world.as(who, (ctx) => revealDebrief(ctx, { interviewId })),
  decide: (outcome: Outcome, tookPart: string[], decisionId = v7()) =>
    world.as(who, (ctx) =>
      decideDebrief(ctx, { interviewId, decisionId, outcome, rationale: "heard enough", tookPart }),
    ),
});

describe("a panel of two", () => {
  test("opens by itself once both are in; nobody's marks travel before a lead reveals them", async () => {
    const place = await world.interview("Mira", ["Ada", "Ben"]);
    await score("Ada", place, [4, 4, 4, 4, -1]);
    expect(await room("Ada", place).join()).toMatchObject({ state: "waiting", blind: false, agenda: [] });
    expect(await room("Ben", place).join()).toMatchObject({ state: "waiting", blind: true, scorecards: [] });
    await expect(room("Lena", place).reveal()).rejects.toMatchObject({ code: "CONFLICT" });
    await score("Ben", place, [2, 4, 4, 4, 1]);
    const open = await room("Lena", place).join();
    expect(open).toMatchObject({ state: "open", leads: true, agenda: [], scorecards: [] });
    expect(open.seats.map(({ here }) => here)).toEqual([true, true]);
    expect(open.guests.map(({ name }) => name)).toEqual(["Lena"]);

    const revealed = await room("Lena", place).reveal();
    expect(revealed.agenda.slice(0, 2)).toEqual([
      { dimension: "calibration", range: { from: -1, to: 1 }, split: true },
      { dimension: "ownership", range: { from: 2, to: 4 }, split: false },
    ]);
    for (const who of ["Ada", "Ben", "Rosa"]) {
      expect((await room(who, place).look()).scorecards).toHaveLength(2);
    }
  });

  test("only a lead takes its steps; whoever has no seat and may not compare finds nothing", async () => {
    const place = await world.interview("Noor", ["Ada"]);
    await score("Ada", place, [3, 3, 3, 3, 0]);
    for (const who of ["Ada", "Rosa"]) {
      await expect(room(who, place).reveal()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(room("Cleo", place).look()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(room("Cleo", place).join()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("opened early with a reason, who has not submitted stays blind even after the reveal", async () => {
    const place = await world.interview("Otto", ["Ada", "Ben"]);
    await expect(room("Lena", place).open("Ben is ill")).rejects.toMatchObject({ code: "CONFLICT" });
    await score("Ada", place, [3, 3, 3, 3, 0]);
    const opened = await room("Lena", place).open("Ben is ill");
    // Lena has read Ada's marks, and her words may speak of them: Ben hears that she opened, and not why.
    expect((await room("Ben", place).look()).openedEarly).toMatchObject({
      by: { name: "Lena" },
      reason: null,
    });
    const reasons = (who: string) =>
      world.as(who, async ({ tx }) => (await tx.select().from(debriefReasons)).length);
    expect([await reasons("Ben"), await reasons("Cleo"), await reasons("Ada")]).toEqual([0, 0, 1]);
    expect(opened).toMatchObject({
      state: "open",
      openedEarly: { by: { name: "Lena" }, reason: "Ben is ill" },
    });
    await room("Lena", place).reveal();
    expect((await room("Ada", place).look()).scorecards).toHaveLength(1);
    const blind = await room("Ben", place).look();
    expect(blind).toMatchObject({
      state: "revealed",
      blind: true,
      agenda: [],
      scorecards: [],
      decisions: [],
    });
    expect(JSON.stringify(blind)).not.toContain("heard about ownership");
    await score("Ben", place, [1, 3, 3, 3, 0]);
    const seeing = await room("Ben", place).look();
    expect(seeing.scorecards).toHaveLength(2);
    expect(seeing.openedEarly?.reason).toBe("Ben is ill");
  });

  test("an amendment after the reveal stands beside the first score, and the order to talk in stays", async () => {
    const place = await world.interview("Pia", ["Ada", "Ben"]);
    await score("Ada", place, [5, 3, 3, 3, 0]);
    await score("Ben", place, [2, 3, 3, 3, 0]);
    await room("Lena", place).reveal();
    const change = {
      field: "rating",
      dimension: "ownership",
      value: { state: "observed", mark: 3 },
    } as const;
    await world.as("Ada", (ctx) =>
      amendScorecard(ctx, {
        scorecardId: place.card("Ada"),
        amendmentId: v7(),
        change,
        reason: "Ben is right",
      }),
    );
    const { agenda, scorecards } = await room("Ben", place).look();
    expect(agenda[0]).toMatchObject({ dimension: "ownership", range: { from: 2, to: 5 } });
    const ada = scorecards.find(({ scorecardId }) => scorecardId === place.card("Ada"));
    expect(ada?.content.ratings.ownership).toEqual({ state: "observed", mark: 5 });
    expect(ada?.amendments).toMatchObject([{ change, reason: "Ben is right" }]);
  });

  test("a decision names who took part; a later one stands over it; the same id is written once", async () => {
    const place = await world.interview("Quinn", ["Ada", "Ben"]);
    await score("Ada", place, [3, 3, 3, 3, 0]);
    await score("Ben", place, [3, 3, 3, 3, 0]);
    const people = ["Ada", "Ben", "Lena"].map((who) => world.member(who).id);
    await expect(room("Lena", place).decide("go-on", people)).rejects.toMatchObject({ code: "CONFLICT" });
    await room("Lena", place).reveal();
    await expect(room("Lena", place).decide("go-on", [v7()])).rejects.toMatchObject({ code: "INVALID" });
    const id = v7();
    await room("Lena", place).decide("hear-more", people, id);
    await room("Lena", place).decide("hear-more", people, id);
    const { decisions } = await room("Lena", place).decide("go-on", people.slice(0, 2));
    expect(decisions.map(({ outcome, tookPart }) => [outcome, tookPart.map(({ name }) => name)])).toEqual([
      ["hear-more", ["Ada", "Ben", "Lena"]],
      ["go-on", ["Ada", "Ben"]],
    ]);
  });

  test("the dossier says what was decided, and nothing of it to who is still to score", async () => {
    const place = await world.interview("Sven", ["Ada", "Rosa"]);
    await score("Ada", place, [3, 3, 3, 3, 0]);
    await room("Lena", place).open("Rosa is ill");
    await room("Lena", place).reveal();
    await room("Lena", place).decide("stop", [world.member("Ada").id]);
    const dossier = (who: string) =>
      world.as(who, (ctx) => getDossier(ctx, { applicationId: place.applicationId }));
    expect((await dossier("Lena")).interviews[0]?.decisions).toMatchObject([
      { outcome: "stop", rationale: "heard enough", by: { name: "Lena" } },
    ]);
    expect(JSON.stringify(await dossier("Rosa"))).not.toContain("heard enough");
    await score("Rosa", place, [3, 3, 3, 3, 0]);
    expect(JSON.stringify(await dossier("Rosa"))).toContain("heard enough");
  });

  test("two leads who reveal at the same moment reveal once", async () => {
    const place = await world.interview("Rae", ["Ada"]);
    await score("Ada", place, [3, 3, 3, 3, 0]);
    const both = await Promise.all([room("Lena", place).reveal(), room("Lena", place).reveal()]);
    expect(both.map(({ state }) => state)).toEqual(["revealed", "revealed"]);
    expect(both[0].revealed).toEqual(both[1].revealed);
  });
});
