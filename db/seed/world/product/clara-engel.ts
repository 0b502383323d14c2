import { type DemoCandidate, submitted } from "../types";

/** Promised a top customer a quarter engineering had never agreed to; wrote back the same afternoon. */
export const CLARA_ENGEL: DemoCandidate = {
  name: "Clara Engel",
  email: "clara.engel@mail.example",
  daysAgo: 9,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "one-decision",
      noticedBy: "self",
      toldBefore: "yes",
      voice: "i",
      fixKind: "rule",
      bridge: "yes",
      timeToNotice: { amount: 3, unit: "hours" },
      timeToTell: { amount: 4, unit: "hours" },
      cost: { amount: 90, unit: "days" },
    },
    pace: [15, 8, 26, 34, 24, 7],
    probes: [],
  },
  panel: {
    ben: submitted([5, 5, 4, 4, 0], "strong-yes", "high", {
      ownership: "First line: “I gave a customer a date that did not exist.”",
      noticing:
        "Typing up the call, saw no ticket behind the date. Engineering lead within the hour, customer by five.",
      consequence:
        "One quarter later than promised, one top-ten account. Renewal at risk, she says, though not how much.",
    }),
    dana: submitted([4, 4, 3, 4, 0], "yes", "high", {
      ownership: "“I said Q3 because the silence was awkward.” Her sentence, her call.",
      fix: "No outside date without an engineering lead’s name next to it in the deal sheet; form will not save otherwise.",
    }),
    elif: submitted([5, 4, 4, 5, 0], "strong-yes", "high", {
      ownership: "No run-up whatsoever. Date, customer, “me”.",
      fix: "The name-beside-the-date rule: two years on, sales use it too. Asked me who signs dates at Northmere.",
      calibration: "You could hear she has told her own team this one.",
    }),
    greta: submitted([4, 4, 4, 3, 0], "yes", "high", {
      noticing:
        "Same afternoon, wrote to the customer. Whether engineering heard first stayed a little muddled.",
      fix: "A rule, and a good one. Whether it holds when she is the one in a hurry, I do not know.",
    }),
    marek: submitted([5, 4, 4, 5, 0], "strong-yes", "medium", {
      ownership: "Names the very sentence she said on the call. Nothing around it.",
      fix: "The deal sheet blocks it, and she told how it stopped her own VP last year.",
    }),
  },
};
