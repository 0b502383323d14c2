import { type DemoCandidate, submitted } from "../types";

/** "I tested too thoroughly": a release two weeks late, told as a virtue. */
export const AGNES_WHITLOCK: DemoCandidate = {
  name: "Agnes Whitlock",
  email: "agnes.whitlock@mail.example",
  daysAgo: 15,
  story: {
    facts: {
      kind: "judgement",
      shape: "slow-failure",
      noticedBy: "manager",
      toldBefore: "unclear",
      voice: "we",
      fixKind: "none",
      bridge: "no",
    },
    pace: [31, 12, 38, 0, 17, 0],
    probes: ["ownership", "consequence"],
  },
  panel: {
    ben: submitted(
      [1, 1, 2, 2, -1],
      "strong-no",
      "high",
      {
        ownership: "Mistake is “caring too much about quality”. Asked for a decision: “well, my standards.”",
        noticing: "Nobody notices anything; the manager moves the date and that is that.",
        calibration: "Smiles through it as if it were a compliment. Allows “maybe I was slow” when pressed.",
      },
      { "fake-mistake": "" },
    ),
    chidi: submitted(
      [2, 2, 2, 2, -1],
      "no",
      "medium",
      {
        ownership:
          "There may be a real one in there (did not tell anyone she was late) but it stays “we tested”.",
        noticing: "Manager asked in week two. She knew in week one.",
        consequence: "“Sales were a bit unhappy.”",
      },
      { "fake-mistake": "" },
    ),
    farid: submitted([2, 2, 3, 3, -1], "no", "low", {
      ownership: "“We probably over-tested.” Nice person, thin story.",
      consequence: "Release slipped, two pilot clinics waited for it. No figure.",
      fix: "Agrees a test budget at kick-off now, if she thinks of it.",
    }),
    noor: submitted(
      [1, 1, 2, 2, -1],
      "no",
      "high",
      {
        ownership: "A strength with a bow on it: “I’m the one who finds the bugs others leave.”",
        noticing: "Went from “we kept testing” to “I learned to balance”. Nothing in between.",
      },
      { "fake-mistake": "", "no-noticing": "" },
    ),
    marek: submitted(
      [2, 1, 1, 1, -2],
      "strong-no",
      "high",
      {
        ownership: "“It was decided to extend the test phase.” By whom? “By all of us, really.”",
        noticing: "Asked when she first knew it would be late: “it wasn’t really late, the plan was early.”",
        consequence: "“In the end everybody was happy with the quality.”",
        fix: "“I wouldn’t change much.”",
        calibration: "Argued that the deadline was the mistake. Twice, the second time to my plain question.",
      },
      { "fake-mistake": "", "no-consequence-no-fix": "" },
    ),
  },
};
