import { type DemoCandidate, submitted } from "../types";

/** "I say yes too often": generosity as a mistake, with a real one half hidden underneath. */
export const LUCIA_HERRERA: DemoCandidate = {
  name: "Lucía Herrera",
  email: "lucia.herrera@mail.example",
  daysAgo: 37,
  story: {
    facts: {
      kind: "judgement",
      shape: "slow-failure",
      noticedBy: "manager",
      toldBefore: "unclear",
      voice: "we",
      fixKind: "rule",
      bridge: "yes",
    },
    pace: [26, 10, 34, 10, 23, 9],
    probes: ["ownership"],
  },
  panel: {
    elif: submitted(
      [2, 2, 2, 2, -1],
      "no",
      "medium",
      {
        ownership:
          "“I’m too helpful.” Underneath: promised three clinics the same trainer. She did not go there.",
        consequence: "“People were a little disappointed with us.”",
      },
      { "fake-mistake": "" },
    ),
    iris: submitted(
      [2, 2, 1, 2, -1],
      "no",
      "high",
      {
        ownership: "A virtue, nicely wrapped. The double booking came up by accident.",
        consequence: "“Nobody really lost anything, they love us.”",
        calibration: "Charm for an answer; a straighter tone once I asked what the clinics had said.",
      },
      { "fake-mistake": "" },
    ),
    farid: submitted([3, 2, 2, 3, -1], "yes", "low", {
      ownership: "There is a real case: one trainer, three promises, and “I made them”.",
      fix: "Looks at the trainers’ calendar before saying yes, she says, mostly.",
    }),
    greta: submitted(
      [1, 2, 1, 1, -1],
      "strong-no",
      "high",
      {
        ownership: "Kindness. Her mistake is kindness.",
        consequence: "All shall have prizes: no clinic harmed, no colleague, nobody.",
        fix: "Intends to say no more often. So do I.",
      },
      { "fake-mistake": "" },
    ),
    marek: submitted([2, 2, 1, 3, -1], "no", "medium", {
      ownership: "“We over-promised a bit.” I counted five we’s before an I.",
      consequence: "Asked what it cost the three clinics; “they understood”.",
      fix: "Calendar first, then yes. Sensible, as long as she thinks of it.",
    }),
  },
};
