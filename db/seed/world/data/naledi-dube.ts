import { type DemoCandidate, submitted } from "../types";

/** A join doubled the revenue in a monthly report; her manager saw it. Leans on the undocumented table. */
export const NALEDI_DUBE: DemoCandidate = {
  name: "Naledi Dube",
  email: "naledi.dube@mail.example",
  daysAgo: 26,
  story: {
    facts: {
      kind: "recoverable",
      shape: "one-decision",
      noticedBy: "manager",
      toldBefore: "no",
      voice: "we",
      fixKind: "rule",
      bridge: "no",
      timeToNotice: { amount: 4, unit: "days" },
    },
    pace: [27, 10, 31, 16, 22, 0],
    probes: ["ownership"],
  },
  panel: {
    ada: submitted([3, 2, 3, 3, 0], "no-decision", "medium", {
      ownership: "Gets to “my join” by way of the missing documentation.",
      noticing: "Her manager stopped at the total. Four days after it went round.",
    }),
    farid: submitted([4, 4, 3, 3, -1], "yes", "medium", {
      noticing: "Manager pointed; she confirmed it within the hour and wrote to all readers of the report.",
      calibration: "A bit of a wink about “creative accounting”. Serious straight after.",
    }),
    noor: submitted([3, 2, 3, 3, -1], "no", "medium", {
      consequence: "Report to eight team leads, revenue too high. By how much she would not put a figure on.",
      calibration: "“Nobody could have known about that table.” Then: “well, I could have counted rows.”",
    }),
    hugo: submitted([4, 2, null, 3, -1], "no-decision", "low", {
      ownership: "“I joined on clinic instead of visit.” Exact, after a preface.",
      fix: "Counts rows before and after a join. By hand, from memory.",
    }),
    chidi: submitted([3, 3, 3, 3, -1], "no-decision", "medium", {
      ownership: "The call is hers; the table’s owner gets a good third of the blame.",
      calibration: "Defensive at the start, drops it once asked what she herself saw that day.",
    }),
  },
};
