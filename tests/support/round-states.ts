import { findCurrentRubric } from "@/db/queries/rubrics";
import { applyChange } from "@/lib/domain/changes";
import type { Mark } from "@/lib/domain/scale";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { attemptPractice } from "@/lib/services/practice/attempt-practice";
import { closeRound } from "@/lib/services/practice-rounds/close-round";
import { joinRound } from "@/lib/services/practice-rounds/join-round";
import { listRounds } from "@/lib/services/practice-rounds/list-rounds";
import { revealRound } from "@/lib/services/practice-rounds/reveal-round";
import { startRound } from "@/lib/services/practice-rounds/start-round";
import { takeOverRound } from "@/lib/services/practice-rounds/take-over-round";
import { talkRound } from "@/lib/services/practice-rounds/talk-round";
import type { RunningWorld } from "../e2e/world";
import { actAs } from "./acting";
import { completeCard } from "./operations";
import { boardReady, handIn, scoreByKeys } from "./practice";
import type { State } from "./states";

type Player = "Dana" | "Ben" | "Chidi";

const MARKS: Record<Player, readonly Mark[]> = {
  Dana: [5, 5, 5, 3, 0],
  Ben: [5, 1, 4, 3, 0],
  Chidi: [4, 5, 5, 5, 1],
};
const HEARD: Record<Player, readonly string[]> = {
  Dana: [
    "“I typed it, and I did not read it back”",
    "Rang before she had finished counting",
    "A number, twice",
    "A rule",
    "Level",
  ],
  Ben: [
    "“I”",
    "Nobody says when it was seen",
    "The sum",
    "A second pair of eyes, for now",
    "Level all through",
  ],
  Chidi: [
    "Opens with the call, then the setting",
    "At once",
    "What it cost and whom",
    "The form refuses it",
    "A little sorry",
  ],
};

/** A round led by Lena on an answer that nobody here has scored, and what people do in it. */
async function begin(world: RunningWorld, joined: readonly string[]) {
  const { answers } = await actAs(world, "Lena", listRounds);
  const fresh = answers.findLast(({ known }) => known === 0);
  if (!fresh) throw new Error("Everybody knows every answer");
  const answerKey = fresh.key;
  const { roundId } = await actAs(world, "Lena", (ctx) => startRound(ctx, { answerKey }));
  const join = (who: string) => actAs(world, who, (ctx) => joinRound(ctx, { roundId }));
  for (const who of joined) await join(who);
  const score = (who: Player, inRound: string | null) =>
    actAs(world, who, async (ctx) => {
      const rubric = await findCurrentRubric(ctx);
      if (!rubric) throw new Error("The demo world has no published rubric");
      const content = completeCard(MARKS[who], HEARD[who]).reduce(applyChange, EMPTY_SCORECARD);
      const hinted = false;
      await attemptPractice(ctx, {
        answerKey,
        rubricVersionId: rubric.id,
        content,
        hinted,
        roundId: inRound,
      });
    });
  return {
    path: `/practice/rounds/${roundId}`,
    join,
    handIn: (who: Player) => score(who, roundId),
    scoreAlone: (who: Player) => score(who, null),
    reveal: () => actAs(world, "Lena", (ctx) => revealRound(ctx, { roundId })),
    keep: (dimension: "noticing" | "fix", note: string) =>
      actAs(world, "Lena", (ctx) => talkRound(ctx, { roundId, dimension, note })),
    close: () => actAs(world, "Lena", (ctx) => closeRound(ctx, { roundId })),
    takeOver: () => actAs(world, "Marek", (ctx) => takeOverRound(ctx, { roundId })),
  };
}

async function revealed(world: RunningWorld) {
  const round = await begin(world, ["Dana", "Ben", "Chidi"]);
  for (const who of ["Dana", "Ben", "Chidi"] as const) await round.handIn(who);
  await round.reveal();
  return round;
}

async function talkedOver(world: RunningWorld) {
  const round = await revealed(world);
  await round.keep("noticing", "A time of day is noticing; “soon” is not");
  await round.keep("fix", "A rule that nothing enforces is a 3");
  return round;
}

/** Every state that a live round is seen in, by its lead, by those in it and by those who are not. */
export const ROUND_STATES: readonly State[] = [
  {
    name: "round-alone",
    as: "lena",
    reach: async (page, world) => void (await page.goto((await begin(world, [])).path)),
  },
  {
    name: "round-invited",
    as: "dana",
    reach: async (page, world) => void (await page.goto((await begin(world, ["Ben"])).path)),
  },
  {
    name: "round-scoring",
    as: "dana",
    reach: async (page, world) => {
      await page.goto((await begin(world, ["Ben", "Dana"])).path);
      await boardReady(page);
      await page.keyboard.press("t");
      await scoreByKeys(page, [5, 4]);
    },
  },
  {
    name: "round-handed-in",
    as: "dana",
    reach: async (page, world) => {
      await page.goto((await begin(world, ["Dana", "Ben", "Chidi"])).path);
      await boardReady(page);
      await scoreByKeys(page, [5, 5, 5, 3, 3]);
      await handIn(page, "yes");
      await page.getByText("Yours is in.").waitFor();
    },
  },
  {
    name: "round-progress",
    as: "lena",
    reach: async (page, world) => {
      const round = await begin(world, ["Dana", "Ben", "Chidi"]);
      await round.handIn("Ben");
      await page.goto(round.path);
    },
  },
  {
    name: "round-all-in",
    as: "lena",
    reach: async (page, world) => {
      const round = await begin(world, ["Dana", "Ben"]);
      await round.handIn("Dana");
      await round.handIn("Ben");
      await page.goto(round.path);
    },
  },
  {
    name: "round-knows",
    as: "dana",
    reach: async (page, world) => {
      const round = await begin(world, ["Ben"]);
      await round.scoreAlone("Dana");
      await page.goto(round.path);
    },
  },
  {
    name: "round-listening",
    as: "dana",
    reach: async (page, world) => {
      const round = await begin(world, ["Ben"]);
      await round.scoreAlone("Dana");
      await round.join("Dana");
      await page.goto(round.path);
    },
  },
  {
    name: "round-revealed",
    as: "lena",
    reach: async (page, world) => void (await page.goto((await revealed(world)).path)),
  },
  {
    name: "round-revealed-member",
    as: "dana",
    reach: async (page, world) => void (await page.goto((await revealed(world)).path)),
  },
  {
    name: "round-talked-over",
    as: "lena",
    reach: async (page, world) => void (await page.goto((await talkedOver(world)).path)),
  },
  {
    name: "round-closed",
    as: "chidi",
    reach: async (page, world) => {
      const round = await talkedOver(world);
      await round.close();
      await page.goto(round.path);
    },
  },
  {
    name: "round-missed",
    as: "chidi",
    reach: async (page, world) => {
      const round = await begin(world, ["Dana", "Ben"]);
      await round.handIn("Dana");
      await round.reveal();
      await page.goto(round.path);
    },
  },
  {
    name: "round-left-behind",
    as: "dana",
    reach: async (page, world) => {
      const round = await begin(world, ["Dana", "Ben"]);
      await page.goto(round.path);
      await boardReady(page);
      await scoreByKeys(page, [5, 4]);
      await round.handIn("Ben");
      await round.reveal();
      await page.getByText("It was revealed before yours came in").waitFor();
    },
  },
  {
    name: "round-called-off",
    as: "ben",
    reach: async (page, world) => {
      const round = await begin(world, ["Dana", "Ben"]);
      await round.handIn("Ben");
      await round.close();
      await page.goto(round.path);
    },
  },
  {
    name: "round-other-lead",
    as: "marek",
    reach: async (page, world) => {
      const round = await begin(world, ["Dana", "Chidi"]);
      await round.handIn("Dana");
      await page.goto(round.path);
    },
  },
  {
    name: "round-taken-over",
    as: "lena",
    reach: async (page, world) => {
      const round = await revealed(world);
      await page.goto(round.path);
      await round.takeOver();
      await page.getByText(/led by Marek Zielinski/).waitFor();
    },
  },
  {
    name: "round-offline",
    as: "lena",
    reach: async (page, world) => {
      const round = await begin(world, ["Dana", "Ben", "Chidi"]);
      await round.handIn("Dana");
      await page.goto(round.path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.context().setOffline(true);
      await page.getByText("You are looking at an earlier moment of this round").waitFor();
    },
  },
  {
    name: "round-offline-handing-in",
    as: "dana",
    reach: async (page, world) => {
      await page.goto((await begin(world, ["Dana", "Ben"])).path);
      await boardReady(page);
      await scoreByKeys(page, [5, 5, 5, 3, 3]);
      await page.context().setOffline(true);
      await handIn(page, "yes");
      await page
        .getByText(/Not submitted yet/)
        .filter({ visible: true })
        .first()
        .waitFor();
    },
  },
];
