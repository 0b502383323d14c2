import { type DemoCandidate, submitted } from "../types";

/** A churn figure on the wrong cohort window reached the board; told the executive before the minutes went out. */
export const WIKTOR_KOWALCZYK: DemoCandidate = {
  name: "Wiktor Kowalczyk",
  email: "wiktor.kowalczyk@mail.example",
  daysAgo: 12,
  story: {
    facts: {
      kind: "judgement",
      shape: "one-decision",
      noticedBy: "self",
      toldBefore: "yes",
      voice: "i",
      fixKind: "check",
      bridge: "yes",
      timeToNotice: { amount: 16, unit: "hours" },
      timeToTell: { amount: 10, unit: "minutes" },
      cost: { amount: 2, unit: "percent" },
    },
    pace: [12, 6, 25, 33, 26, 7],
    probes: [],
  },
  panel: {
    ada: submitted([5, 5, 4, 5, 0], "strong-yes", "high", {
      ownership: "“I gave the board a churn number for the wrong quarter.” Eight seconds in.",
      noticing:
        "Next morning, re-running it. CFO on the phone ten minutes later, before the minutes were out.",
      fix: "Every figure leaves with the same query on two earlier quarters beside it. Runs by itself on export.",
    }),
    chidi: submitted([5, 5, 5, 5, 0], "strong-yes", "high", {
      ownership: "Shows which filter, which line. His.",
      noticing: "“I’d rather call about a wrong number than be asked about one.” Ten minutes.",
      consequence: "4.1 shown, 6.2 true; one slide, nine people; no decision had been taken on it yet.",
      fix: "Comparison column is in the team’s export for three years, and he would start there with us.",
    }),
    elif: submitted([5, 5, 4, 4, 0], "strong-yes", "high", {
      ownership: "Owns it in a line and gets on with the story.",
      noticing: "Saw it, checked once, rang. Corrected note went out with the minutes, not after them.",
    }),
    noor: submitted([4, 4, 4, 5, 1], "yes", "medium", {
      fix: "Cannot export without the two earlier quarters next to it. Other analysts took it over.",
      calibration: "Sorry towards the CFO a second time, unprompted. Small, but I noticed it.",
    }),
    hugo: submitted([5, 5, 5, 5, 0], "strong-yes", "high", {
      ownership: "“My window was off by one quarter and I signed it.”",
      noticing: "The order is perfect: re-run, doubt, one check, phone.",
      consequence: "Two points of churn, one board slide, corrected in a note; no forecast built on it.",
      fix: "Check has caught a wrong window twice since, once his own.",
    }),
  },
};
