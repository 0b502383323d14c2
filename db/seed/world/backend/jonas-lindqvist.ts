import { type DemoCandidate, submitted } from "../types";

/** Ran the nightly invoicing job a second time by hand; stopped the mails with 41 already gone. */
export const JONAS_LINDQVIST: DemoCandidate = {
  name: "Jonas Lindqvist",
  email: "jonas.lindqvist@mail.example",
  daysAgo: 7,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "one-decision",
      noticedBy: "self",
      toldBefore: "unclear",
      voice: "i",
      fixKind: "tool",
      bridge: "yes",
      timeToNotice: { amount: 12, unit: "minutes" },
      timeToTell: { amount: 15, unit: "minutes" },
      cost: { amount: 41, unit: "customers" },
    },
    pace: [14, 9, 29, 33, 27, 5],
    probes: [],
  },
  panel: {
    ada: submitted([4, 4, 4, 4, 0], "yes", "high", {
      ownership: "“The first run looked stuck, so I started it again. I didn’t check the table.”",
      noticing:
        "12 min later, own log. Called the finance lead before touching anything. 41 mails were out by then.",
      consequence: "312 invoices doubled, 41 sent, rest held back. Did not say what the 41 thought of it.",
      calibration: "Steady. Answers what was asked and leaves it there.",
    }),
    ben: submitted([4, 4, 4, 5, 0], "strong-yes", "high", {
      noticing:
        "Saw two rows per clinic in his log. Finance lead inside a quarter of an hour, then paused the queue.",
      fix: "Run key in the table; a second run refuses to start. 14 months, refused twice, billing team copied it.",
    }),
    farid: submitted([5, 5, 5, 5, 0], "strong-yes", "high", {
      ownership: "Starts with it: “I ran billing twice.” Love that.",
      noticing:
        "Found it himself, told finance right away, phoned the bigger clinics before they opened their mail.",
      consequence: "312 created, 41 sent, no money taken. He had all three numbers ready.",
      fix: "Job can’t run twice any more, and it has already saved somebody else.",
    }),
    noor: submitted([5, 4, null, 4, -1], "yes", "medium", {
      ownership: "“My call, nobody else was awake.” Said before anything about the job itself.",
      calibration:
        "Joke about “the most punctual invoices in Europe”. Dropped it when I asked how clinics took it.",
      fix: "Second run cannot start. Built it himself and tried his own mistake on it.",
    }),
    marek: submitted([4, 4, 4, 5, 0], "yes", "high", {
      fix: "Guard written the same week, explained to the payroll team, they hit the same case in spring.",
      calibration: "Flat, factual, finished. Did not fill my silence.",
      ownership: "“I got impatient.” Some words on the frozen progress bar before it.",
      noticing: "Finance knew before any clinic rang; the queue was paused only after that call.",
    }),
  },
};
