import { type DemoCandidate, submitted } from "../types";

/** A launch that missed by five weeks; in his telling engineering's estimates did it. */
export const DWAYNE_BAPTISTE: DemoCandidate = {
  name: "Dwayne Baptiste",
  email: "dwayne.baptiste@mail.example",
  daysAgo: 17,
  story: {
    facts: {
      kind: "judgement",
      shape: "slow-failure",
      noticedBy: "manager",
      toldBefore: "no",
      voice: "we",
      fixKind: "rule",
      bridge: "no",
      timeToNotice: { amount: 3, unit: "weeks" },
      cost: { amount: 35, unit: "days" },
    },
    pace: [38, 14, 41, 12, 26, 0],
    probes: ["ownership", "noticing"],
  },
  panel: {
    dana: submitted(
      [1, 2, 3, 2, -2],
      "strong-no",
      "high",
      {
        ownership: "“Engineering underestimated it.” Asked what his part was: “I trusted them.”",
        noticing: "His VP saw the burn-down. He had “a feeling” from week one and kept it.",
        calibration: "Every probe goes back to the team. I asked three ways.",
      },
      { "teams-mistake": "" },
    ),
    elif: submitted(
      [2, 2, 3, 2, -2],
      "no",
      "high",
      {
        ownership: "“We took on too much.” Who is we? “The squad, mainly.”",
        calibration: "Dismissed the delay (“five weeks is nothing in health care”), then dismissed it again.",
      },
      { "teams-mistake": "" },
    ),
    hugo: submitted([1, 3, 3, 2, -1], "no", "medium", {
      ownership: "I could not find the mistake. Estimates, then a sick designer, then the platform.",
      noticing: "Told the VP in a weekly, some week or other, that it would slip.",
      calibration: "Shrugs it off; at the second question: “all right, I could have cut scope.”",
    }),
    greta: submitted(
      [1, 1, 2, 1, -2],
      "strong-no",
      "high",
      {
        ownership: "Not one sentence with him as its subject except “I had warned them”.",
        noticing: "There was no such moment. The date passed and then it was late.",
        fix: "“Now I pad the estimates.” Whose?",
        calibration: "Blame, politely delivered, in every direction but one.",
      },
      { "teams-mistake": "" },
    ),
    iris: submitted(
      [2, 2, 4, 2, -2],
      "no",
      "high",
      {
        ownership: "“Mistakes were made on the estimation side.”",
        consequence: "Five weeks, two trade fairs without a demo. He knows the cost to the day.",
        calibration: "Offered him the way out twice (“and you?”). Took neither.",
      },
      { "teams-mistake": "" },
    ),
  },
};
