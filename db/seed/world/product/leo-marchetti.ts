import { type DemoCandidate, draft, submitted } from "../types";

/** A price test left running at the low price; from "I set it up" straight to "I learned". */
export const LEO_MARCHETTI: DemoCandidate = {
  name: "Leo Marchetti",
  email: "leo.marchetti@mail.example",
  daysAgo: 5,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "one-decision",
      noticedBy: "system",
      toldBefore: "unclear",
      voice: "i",
      fixKind: "check",
      bridge: "no",
    },
    pace: [18, 9, 26, 0, 24, 0],
    probes: ["noticing"],
  },
  panel: {
    dana: submitted(
      [3, 2, 3, 3, 0],
      "no-decision",
      "low",
      {
        ownership: "“I set the end date wrong”, after a good while on the tool’s calendar.",
        noticing: "Only on asking: finance report in the new month. What he then did, still fog.",
      },
      { "no-noticing": "" },
    ),
    hugo: submitted(
      [2, 1, 3, 3, -1],
      "no",
      "medium",
      {
        ownership: "Half his, half “how the experiment tool shows dates”.",
        noticing: "Jumps from the set-up to the lesson. I looked for a moment; there is none.",
        calibration: "“Everybody has one of those.” Straightened up when nobody laughed.",
      },
      { "no-noticing": "" },
    ),
    marek: submitted(
      [3, 2, 2, 2, 0],
      "no",
      "medium",
      {
        noticing: "A dashboard mail, apparently. “Then it was fixed.” By whom, told whom: nothing offered.",
        fix: "Ended that test. The next one is set up the same way.",
      },
      { "no-noticing": "" },
    ),
    greta: submitted(
      [2, 1, 2, 3, -1],
      "no",
      "high",
      {
        ownership: "The tool, the calendar, the template. His hand on it appears once.",
        noticing: "The story has a beginning and a moral. The middle is missing.",
        consequence: "“Some revenue.” I did not hear an amount.",
      },
      { "no-noticing": "" },
    ),
    ben: draft([3, 2, undefined, 3, undefined], {
      noticing: "Not in the answer. On the probe: automatic report, some weeks later?",
    }),
  },
};
