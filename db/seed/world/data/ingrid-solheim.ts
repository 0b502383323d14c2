import { type DemoCandidate, submitted } from "../types";

/** Summer time shifted every night visit by an hour in a report used for pay; strong fix, still apologising. */
export const INGRID_SOLHEIM: DemoCandidate = {
  name: "Ingrid Solheim",
  email: "ingrid.solheim@mail.example",
  daysAgo: 40,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "one-decision",
      noticedBy: "self",
      toldBefore: "yes",
      voice: "i",
      fixKind: "tool",
      bridge: "yes",
      timeToNotice: { amount: 1, unit: "days" },
      timeToTell: { amount: 20, unit: "minutes" },
      cost: { amount: 84, unit: "people" },
    },
    pace: [15, 8, 29, 30, 37, 8],
    probes: [],
  },
  panel: {
    ada: submitted([5, 4, 4, 4, 1], "yes", "high", {
      ownership: "“I stored local time. That was my decision and I knew better.”",
      calibration: "Twice back to the carers’ pay, unasked. Recovers by herself.",
    }),
    chidi: submitted([5, 4, 4, 5, 1], "strong-yes", "high", {
      ownership: "Owns the decision and the fact that she had been warned.",
      fix: "Linter rejects a timestamp without a zone; three teams use it; found two more in the first week.",
      calibration: "“I am still ashamed of that one.” Then went on, quite precisely.",
    }),
    farid: submitted([5, 5, 5, 5, 1], "strong-yes", "high", {
      ownership: "Not a breath of excuse.",
      noticing: "Her own spot check on Monday; payroll knew in twenty minutes, nobody had been paid yet.",
      consequence: "84 carers, one hour each, corrected before pay day; no one lost money.",
      fix: "A rule the machine keeps. And she wants to bring it along.",
    }),
    noor: submitted([5, 4, 4, 5, 1], "yes", "medium", {
      ownership: "Sentence one: what she chose. Sentence two: that it was wrong.",
      fix: "The linter has been on for two years. Told of the day it stopped her own pull request.",
    }),
    elif: submitted([4, 3, 4, 5, 1], "yes", "medium", {
      noticing: "Found the shift checking a roster; payroll was told, the when came out only roughly.",
      fix: "Zone-less times cannot be merged any more, in her team or the next.",
      calibration: "A touch too sorry. I would still work with her tomorrow.",
    }),
  },
};
