import { type DemoCandidate, submitted, UNTOUCHED } from "../types";

/** Renewal notices with the wrong date to 130 customers; corrected the same day; over-apologises. */
export const ZEYNEP_AKSOY: DemoCandidate = {
  name: "Zeynep Aksoy",
  email: "zeynep.aksoy@mail.example",
  daysAgo: 11,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "one-decision",
      noticedBy: "customer",
      toldBefore: "no",
      voice: "i",
      fixKind: "rule",
      bridge: "no",
      timeToNotice: { amount: 2, unit: "hours" },
      timeToTell: { amount: 3, unit: "hours" },
      cost: { amount: 130, unit: "customers" },
    },
    pace: [17, 9, 30, 22, 34, 0],
    probes: ["fix"],
  },
  panel: {
    ada: submitted([3, 3, 4, 3, 0], "no-decision", "medium", {
      noticing: "First replies came after two hours; she told “the office”. Hard to say who that was.",
      consequence: "130 mails, a month’s notice too short on each; all corrected by evening.",
    }),
    dana: UNTOUCHED,
    iris: submitted([3, 3, 4, 3, 1], "no-decision", "medium", {
      consequence: "Number straight away, 130, and that two had already cancelled by then.",
      calibration: "“So sorry, really.” To me, about people I have never met. Then fine again.",
    }),
    hugo: submitted([4, 4, 4, 3, 0], "yes", "medium", {
      ownership: "“I used last year’s merge file.” Some words about the season before it.",
      noticing: "From first reply to her manager about an hour, then one clean correction to all.",
    }),
    greta: submitted([3, 2, 4, 2, 1], "no", "high", {
      noticing: "Customers told her. She answered the first few one by one before saying anything in house.",
      fix: "Sent the correction. For next time: “I read it aloud first, usually.”",
      calibration: "Returned to her apology letter twice without being asked.",
    }),
  },
};
