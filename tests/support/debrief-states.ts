import { v7 } from "uuid";
import type { Outcome } from "@/lib/domain/debrief";
import type { Mark } from "@/lib/domain/scale";
import { decideDebrief } from "@/lib/services/debriefs/decide-debrief";
import { joinDebrief } from "@/lib/services/debriefs/join-debrief";
import { openDebrief } from "@/lib/services/debriefs/open-debrief";
import { revealDebrief } from "@/lib/services/debriefs/reveal-debrief";
import { amendScorecard } from "@/lib/services/scorecards/amend-scorecard";
import type { RunningWorld } from "../e2e/world";
import { actAs } from "./acting";
import { layOutInterview } from "./interview";
import type { State } from "./states";

const PANEL = ["Ada", "Ben", "Chidi"] as const;
const MARKS: Record<(typeof PANEL)[number], readonly Mark[]> = {
  Ada: [4, 4, 3, 4, -1],
  Ben: [2, 4, 4, 4, 1],
  Chidi: [3, 5, 4, 4, 0],
};
/** As long and as short as people write. */
const HEARD: Record<(typeof PANEL)[number], readonly string[]> = {
  Ada: [
    "“I ran it against production. Wrong tab, my hands.”",
    "Half a minute; paged the lead before opening the backups",
    "212 orders, none paid twice",
    "The terminal is red in production now, and asks for the table’s name",
    "Says it was one of those days, twice",
  ],
  Ben: [
    "“The team had not agreed on a naming rule, so we ended up in the wrong one”",
    "30 s",
    "4 minutes of writes",
    "Red terminal",
    "Came back to it unasked, and apologised to me",
  ],
  Chidi: [
    "First we, then I when asked",
    "Saw the row count and stopped",
    "Names the cost, and who carried it",
    "A check that still runs",
    "Level",
  ],
};

let rooms = 0;
type Room = Awaited<ReturnType<typeof layOutRoom>>;

/** An interview of three, with what people do in its room. */
async function layOutRoom(world: RunningWorld, submitted: readonly (typeof PANEL)[number][]) {
  rooms += 1;
  const interview = await layOutInterview(world, "Mira Okafor", PANEL, `Backend engineer, loop ${rooms}`);
  for (const who of submitted) await interview.submitAs(who, MARKS[who], HEARD[who]);
  const [, , interviewId = ""] = interview.debriefPath.split("/");
  return {
    interview,
    enter: async (...who: string[]) => {
      for (const each of who) await actAs(world, each, (ctx) => joinDebrief(ctx, { interviewId }));
    },
    openEarly: (reason: string) => actAs(world, "Lena", (ctx) => openDebrief(ctx, { interviewId, reason })),
    reveal: () => actAs(world, "Lena", (ctx) => revealDebrief(ctx, { interviewId })),
    amend: (who: (typeof PANEL)[number], mark: Mark, reason: string) =>
      actAs(world, who, (ctx) =>
        amendScorecard(ctx, {
          scorecardId: interview.card(who),
          amendmentId: v7(),
          change: { field: "rating", dimension: "ownership", value: { state: "observed", mark } },
          reason,
        }),
      ),
    decide: async (outcome: Outcome, rationale: string) => {
      const tookPart = await Promise.all(
        [...PANEL, "Lena"].map(async (who) => (await world.castMember(who)).memberId),
      );
      return actAs(world, "Lena", (ctx) =>
        decideDebrief(ctx, { interviewId, decisionId: v7(), outcome, rationale, tookPart }),
      );
    },
  };
}

/** Everybody in, two of them here, and revealed. */
async function revealed(world: RunningWorld): Promise<Room> {
  const room = await layOutRoom(world, PANEL);
  await room.enter("Ada", "Ben");
  await room.reveal();
  return room;
}

async function decided(world: RunningWorld): Promise<Room> {
  const room = await revealed(world);
  await room.amend("Ada", 3, "Ben heard the part I missed");
  await room.decide("hear-more", "One question about the check is open: who owns it now that she has left.");
  await room.decide(
    "go-on",
    "One incident, told straight, and a check that still runs. Ownership came out under the second question; both of us who heard “we” went back to the minute and agree.",
  );
  return room;
}

const WHY_EARLY = "Chidi’s train stands still, and she needs an answer today";

/** Every state that the debrief of one interview is seen in. */
export const DEBRIEF_STATES: readonly State[] = [
  {
    name: "debrief-nobody-in",
    as: "lena",
    reach: async (page, world) => {
      const { interview } = await layOutRoom(world, []);
      await page.goto(interview.debriefPath);
    },
  },
  {
    name: "debrief-waiting",
    as: "lena",
    reach: async (page, world) => {
      const room = await layOutRoom(world, ["Ada", "Ben"]);
      await room.enter("Ada", "Chidi");
      await page.goto(room.interview.debriefPath);
      await page.getByRole("button", { name: "Open early" }).click();
    },
  },
  {
    name: "debrief-waiting-member",
    as: "ada",
    reach: async (page, world) => {
      const { interview } = await layOutRoom(world, ["Ada"]);
      await page.goto(interview.debriefPath);
    },
  },
  {
    name: "debrief-blind",
    as: "chidi",
    reach: async (page, world) => {
      const room = await layOutRoom(world, ["Ada", "Ben"]);
      await room.enter("Ada", "Lena");
      await room.openEarly(WHY_EARLY);
      await room.reveal();
      await page.goto(room.interview.debriefPath);
    },
  },
  {
    name: "debrief-opened-early",
    as: "lena",
    reach: async (page, world) => {
      const room = await layOutRoom(world, ["Ada", "Ben"]);
      await room.enter("Ada");
      await room.openEarly(WHY_EARLY);
      await page.goto(room.interview.debriefPath);
    },
  },
  {
    name: "debrief-all-in",
    as: "lena",
    reach: async (page, world) => {
      const room = await layOutRoom(world, PANEL);
      await room.enter("Ada", "Ben");
      await page.goto(room.interview.debriefPath);
    },
  },
  {
    name: "debrief-all-in-member",
    as: "ada",
    reach: async (page, world) => {
      const room = await layOutRoom(world, PANEL);
      await room.enter("Ben");
      await page.goto(room.interview.debriefPath);
    },
  },
  {
    name: "debrief-revealed",
    as: "ada",
    reach: async (page, world) => {
      const { interview } = await revealed(world);
      await page.goto(interview.debriefPath);
    },
  },
  {
    name: "debrief-amending",
    as: "ada",
    reach: async (page, world) => {
      const { interview } = await revealed(world);
      await page.goto(interview.debriefPath);
      await page.getByRole("button", { name: "Amend Ownership" }).click();
    },
  },
  {
    name: "debrief-deciding",
    as: "lena",
    reach: async (page, world) => {
      const room = await revealed(world);
      await room.amend("Ada", 3, "Ben heard the part I missed");
      await page.goto(room.interview.debriefPath);
      await page.getByRole("radio", { name: "Go on", exact: true }).check({ force: true });
      await page.getByRole("button", { name: "Record the decision" }).click();
    },
  },
  {
    name: "debrief-decided",
    as: "ben",
    reach: async (page, world) => {
      const { interview } = await decided(world);
      await page.goto(interview.debriefPath);
    },
  },
  {
    name: "debrief-decided-lead",
    as: "lena",
    reach: async (page, world) => {
      const { interview } = await decided(world);
      await page.goto(interview.debriefPath);
    },
  },
  {
    name: "debrief-guest",
    as: "rosa",
    reach: async (page, world) => {
      const { interview } = await decided(world);
      await page.goto(interview.debriefPath);
    },
  },
  {
    name: "debrief-stranger",
    as: "hugo",
    reach: async (page, world) => {
      const { interview } = await layOutRoom(world, []);
      await page.goto(interview.debriefPath);
    },
  },
  {
    name: "debrief-offline",
    as: "ben",
    reach: async (page, world) => {
      const { interview } = await revealed(world);
      await page.goto(interview.debriefPath);
      await page.getByRole("heading", { level: 3, name: "Ownership" }).waitFor();
      await page.context().setOffline(true);
      await page.getByText("You are looking at an earlier moment of this room").waitFor();
    },
  },
  {
    name: "debrief-packet",
    as: "lena",
    reach: async (page, world) => {
      const { interview } = await decided(world);
      await page.goto(interview.debriefPath);
      await page.emulateMedia({ media: "print" });
    },
  },
];
