import { findCurrentRubric } from "@/db/queries/rubrics";
import { applyChange } from "@/lib/domain/changes";
import { DIMENSIONS, type Dimension, type Mark } from "@/lib/domain/scale";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { addOwnAnswer } from "@/lib/services/practice/add-own-answer";
import { agreeReference } from "@/lib/services/practice/agree-reference";
import { attemptPractice } from "@/lib/services/practice/attempt-practice";
import { draftReference } from "@/lib/services/practice/draft-reference";
import { proposeReference } from "@/lib/services/practice/propose-reference";
import type { RunningWorld } from "../e2e/world";
import { actAs } from "./acting";
import { completeCard } from "./operations";
import { boardReady, scoreByKeys } from "./practice";
import type { State } from "./states";

const SHORT = "wrong-phase";

const attempt = (
  world: RunningWorld,
  who: string,
  answerKey: string,
  marks: readonly Mark[],
  hinted = false,
) =>
  actAs(world, who, async (ctx) => {
    const rubric = await findCurrentRubric(ctx);
    if (!rubric) throw new Error("The demo world has no published rubric");
    const content = completeCard(marks).reduce(applyChange, EMPTY_SCORECARD);
    await attemptPractice(ctx, { answerKey, rubricVersionId: rubric.id, content, hinted, roundId: null });
  });

const SAID = {
  mistake: "I booked two visits at one hour. I had not looked twice.",
  noticing: "I saw it at seven and rang both families before eight.",
  result: "One visit was forty minutes late. The form now refuses it.",
} as const;
const BECAUSE: Record<Dimension, string> = {
  ownership: "First sentence, first person, and the act itself: “I booked two visits at one hour”.",
  noticing: "A time, and whom: “rang both families before eight”.",
  consequence: "One number, “forty minutes late”, and nothing on what it cost either family.",
  fix: "A check that does not rest on remembering: “The form now refuses it”.",
  calibration: "Says it once, level: “I had not looked twice”.",
};
const ALONE: Record<"Lena" | "Marek", readonly Mark[]> = { Lena: [5, 4, 3, 3, 0], Marek: [5, 5, 3, 4, 0] };

const referenceOf = (marks: readonly Mark[]) => {
  const of = (dimension: Dimension) => ({
    mark: marks[DIMENSIONS.indexOf(dimension)] ?? 3,
    because: BECAUSE[dimension],
  });
  return {
    reference: {
      ownership: of("ownership"),
      noticing: of("noticing"),
      consequence: of("consequence"),
      fix: of("fix"),
      calibration: of("calibration"),
    },
    traps: [],
  };
};

/** An answer of the house's own, and how far its leads have come with it. */
async function ownAnswer(world: RunningWorld, title: string, steps: "new" | "alone" | "draft" | "agreed") {
  const spoken = (["mistake", "noticing", "result"] as const).map((beat) => ({
    beat,
    seconds: 12,
    words: SAID[beat],
  }));
  const { answerId } = await actAs(world, "Lena", (ctx) =>
    addOwnAnswer(ctx, { title, role: "Care coordinator", field: "Home care", work: "care", spoken }),
  );
  if (steps === "new") return;
  for (const who of ["Lena", "Marek"] as const)
    await actAs(world, who, (ctx) => proposeReference(ctx, { answerId, ...referenceOf(ALONE[who]) }));
  if (steps === "alone") return;
  await actAs(world, "Lena", (ctx) => draftReference(ctx, { answerId, ...referenceOf([5, 5, 3, 3, 0]) }));
  if (steps === "agreed") await actAs(world, "Marek", (ctx) => agreeReference(ctx, { answerId }));
}

let visits = 0;

/** Practice alone: the board, the gap, and a lead's setting of references. */
export const PRACTICE_STATES: readonly State[] = [
  {
    name: "practice-scoring",
    as: "ada",
    reach: async (page) => {
      await page.clock.install();
      await page.goto(`/practice/answers/${SHORT}`);
      await boardReady(page);
      await page.keyboard.press("t");
      await page.clock.runFor(24_000);
      await scoreByKeys(page, [5, 3]);
    },
  },
  {
    name: "practice-whole",
    as: "ada",
    reach: async (page) => {
      await page.goto("/practice/answers/extra-zero");
      await page.getByRole("button", { name: "Show it all" }).click();
    },
  },
  {
    name: "practice-gap",
    as: "ada",
    reach: async (page, world) => {
      await attempt(world, "Ada", SHORT, [5, 3, 3, 3, 0]);
      await page.goto(`/practice/answers/${SHORT}`);
    },
  },
  {
    name: "practice-gap-trap",
    as: "ben",
    reach: async (page, world) => {
      await attempt(world, "Ben", "four-nights", [1, 2, 2, 1, 2], true);
      await page.goto("/practice/answers/four-nights");
    },
  },
  {
    name: "practice-by-trap",
    as: "ben",
    reach: async (page) => {
      await page.goto("/practice");
      await page.getByRole("combobox", { name: "Trap" }).selectOption({ label: "Fake mistake" });
      await page.getByText("so you know half the answer").waitFor();
    },
  },
  {
    name: "practice-progress-none",
    as: "rosa",
    reach: async (page) => void (await page.goto("/practice/progress")),
  },
  {
    name: "practice-progress-some",
    as: "ada",
    reach: async (page) => {
      await page.goto("/practice/progress");
      await page.getByRole("button", { name: /^Table: How far/ }).click();
    },
  },
  {
    name: "practice-rule-wrong",
    as: "lena",
    reach: async (page) => {
      await page.goto("/practice/team");
      await page.getByLabel("Latest answers read").fill("2");
      await page.getByLabel("Share within one point").fill("85");
      await page.getByRole("button", { name: "Change the rule" }).click();
      await page.getByText("At least three answers").waitFor();
    },
  },
  {
    name: "practice-adding",
    as: "lena",
    reach: async (page) => {
      await page.goto("/practice/own");
      await page.getByText("Add an answer").click();
      await page.getByRole("button", { name: "Add the answer" }).click();
    },
  },
  {
    name: "practice-setting",
    as: "marek",
    reach: async (page, world) => {
      visits += 1;
      const title = `The Monday visit, week ${visits}`;
      await ownAnswer(world, title, "new");
      await page.goto("/practice/own");
      const card = page.getByRole("region", { name: title, exact: true });
      await card.getByText("Set the reference, alone", { exact: true }).click();
      await card.getByLabel("Ownership: mark").selectOption("5");
      await card.getByLabel("Ownership: why").fill("First person, at once");
      await card.getByRole("button", { name: "Set it, for good" }).click();
    },
  },
  {
    name: "practice-agreeing",
    as: "marek",
    reach: async (page, world) => {
      await ownAnswer(world, "The second key", "alone");
      await ownAnswer(world, "The wrong rota", "draft");
      await ownAnswer(world, "The closed ward", "agreed");
      await page.goto("/practice/own");
    },
  },
];
