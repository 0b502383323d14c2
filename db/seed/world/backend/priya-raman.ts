import { type DemoCandidate, draft, submitted } from "../types";

/** Halved the connection limit in a config change; three hospitals crawled for two hours; still carries it. */
export const PRIYA_RAMAN: DemoCandidate = {
  name: "Priya Raman",
  email: "priya.raman@mail.example",
  daysAgo: 3,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "one-decision",
      noticedBy: "teammate",
      toldBefore: "no",
      voice: "i",
      fixKind: "rule",
      bridge: "no",
      timeToNotice: { amount: 50, unit: "minutes" },
      timeToTell: { amount: 1, unit: "hours" },
      cost: { amount: 130, unit: "minutes" },
    },
    pace: [19, 11, 44, 22, 38, 0],
    probes: ["noticing"],
  },
  panel: {
    ada: submitted([4, 3, 4, 4, 2], "no", "medium", {
      ownership: "“I changed the number. I thought it was the test value.” Clear, if late.",
      noticing: "On-call asked in the channel who had deployed; she answered. How long she waited, unclear.",
      calibration: "“I let everybody down” three times. I had to ask how it ended; she had lost the thread.",
      consequence: "Two hours and ten, three hospitals. What the wards did meanwhile she did not know.",
    }),
    ben: submitted([3, 2, 5, 3, 1], "no", "low", {
      consequence:
        "2 h 10, three hospitals, named them; schedules read-only but nothing lost, no visit missed.",
      noticing: "On-call found it. She had seen the graph and “hoped it was something else”.",
      calibration: "Sorry, and sorry again at the end, but she did get there.",
      ownership: "“I changed it, but the file had no comment.” That but does a lot of work.",
    }),
    greta: submitted([2, 2, 4, 2, 1], "no", "high", {
      ownership:
        "A long while on why the two files look alike. The decision itself goes by in half a sentence.",
      fix: "Put the value back. “I read everything twice now.” That is not a check.",
      noticing: "On-call asked the room. She spoke once the room was looking at her.",
    }),
    noor: draft([3, 3, undefined, undefined, 1], {
      ownership: "“It was me, the config was mine.” Then back to the naming of the files.",
      noticing: "Somebody on call asked. Told her own lead within the hour after that.",
    }),
    farid: submitted([4, 3, 5, 3, 1], "yes", "medium", {
      consequence: "Knows exactly: 130 minutes, three hospitals, zero missed visits.",
      calibration: "Very hard on herself. Warm, honest, came back to it once more than needed.",
      ownership: "“My change”, almost before I had my pen out.",
    }),
  },
};
