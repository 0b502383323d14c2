import { type DemoCandidate, submitted } from "../types";

/** Saw a key account go cold and said nothing for a month; honest about the month. */
export const ANTON_PETROV: DemoCandidate = {
  name: "Anton Petrov",
  email: "anton.petrov@mail.example",
  daysAgo: 54,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "slow-failure",
      noticedBy: "self",
      toldBefore: "no",
      voice: "i",
      fixKind: "check",
      bridge: "yes",
      timeToNotice: { amount: 3, unit: "weeks" },
      timeToTell: { amount: 1, unit: "months" },
      cost: { amount: 38_000, unit: "euros" },
    },
    pace: [18, 9, 27, 35, 28, 6],
    probes: [],
  },
  panel: {
    dana: submitted([3, 2, 3, 4, 0], "no-decision", "medium", {
      noticing: "Uneasy by week three, silent for a month after. “I wanted to fix it before anyone knew.”",
      fix: "30-day check-in is in the calendar by itself and his lead gets the list, asked or not.",
    }),
    iris: submitted([3, 2, 4, 4, 0], "yes", "medium", {
      ownership: "Several small things rather than one call; he says so himself and picks the silence.",
      consequence: "€38,000 a year and the reference; support team’s contract survived.",
    }),
    hugo: submitted([4, 2, 4, 4, 0], "yes", "high", {
      noticing: "Knew, and sat on it four weeks. Does not dress that up at all.",
      calibration: "Slow, plain, no drama. Names the month of silence as the actual mistake.",
    }),
  },
};
