import { type DemoCandidate, submitted } from "../types";

/** Quoted a tier from last year's price sheet; deal desk caught it; he rang the buyer within the hour. */
export const PATRICK_DOYLE: DemoCandidate = {
  name: "Patrick Doyle",
  email: "patrick.doyle@mail.example",
  daysAgo: 18,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "one-decision",
      noticedBy: "teammate",
      toldBefore: "yes",
      voice: "i",
      fixKind: "tool",
      bridge: "yes",
      timeToNotice: { amount: 1, unit: "days" },
      timeToTell: { amount: 1, unit: "hours" },
      cost: { amount: 7_200, unit: "pounds" },
    },
    pace: [15, 7, 25, 26, 28, 5],
    probes: [],
  },
  panel: {
    dana: submitted([4, 3, 4, 4, 0], "yes", "high", {
      noticing: "Deal desk flagged it. He called the buyer within the hour; whether his manager knew, open.",
      fix: "Only the live calculator, on the customer’s screen. The old sheet is deleted, not archived.",
    }),
    iris: submitted([4, 4, 4, 4, 1], "yes", "medium", {
      ownership: "“I had the sheet on my desktop and I liked having it.” Quite honest about the habit.",
      calibration: "Comes back to the buyer’s face once, unprompted. Moves on.",
    }),
    elif: submitted([4, 4, 4, 4, 0], "yes", "high", {
      noticing: "Not his catch, he says so. From the flag to the buyer’s phone: under sixty minutes.",
      consequence: "£7,200 a year under price; one-year deal with a step-up clause instead of three.",
    }),
    farid: submitted([5, 4, 5, 5, 0], "strong-yes", "high", {
      ownership: "“I quoted from memory lane.” Owns it with a grin, then properly.",
      consequence: "Exact to the pound, and the customer stayed.",
      fix: "Calculator in front of the customer; whole region sells like that now.",
    }),
    greta: submitted([3, 4, 3, 3, 0], "no-decision", "medium", {
      ownership: "His, though “the sheet was everywhere” takes some of it.",
      fix: "Uses the calculator. Nothing stops him from quoting without it.",
    }),
  },
};
