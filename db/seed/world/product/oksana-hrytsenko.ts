import { type DemoCandidate, submitted } from "../types";

/** Sent a survey link that showed earlier answers; owns all of it, and cannot put it down. */
export const OKSANA_HRYTSENKO: DemoCandidate = {
  name: "Oksana Hrytsenko",
  email: "oksana.hrytsenko@mail.example",
  daysAgo: 28,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "one-decision",
      noticedBy: "customer",
      toldBefore: "no",
      voice: "i",
      fixKind: "none",
      bridge: "no",
      timeToNotice: { amount: 1, unit: "days" },
      timeToTell: { amount: 30, unit: "minutes" },
      cost: { amount: 16, unit: "people" },
    },
    pace: [17, 6, 52, 19, 61, 0],
    probes: ["fix", "calibration"],
  },
  panel: {
    ben: submitted([4, 3, 3, 3, 2], "no", "medium", {
      ownership: "“I pasted the edit link. Me. I always check and I did not check.”",
      calibration:
        "Apologised to us, to the nurses, to her old boss. Stopped mid-sentence at 2:20, started over.",
    }),
    elif: submitted([4, 3, 3, 2, 1], "no-decision", "low", {
      fix: "Took the survey down, wrote to each of them. What is different now I could not get.",
      calibration: "Heavy. But she did answer every question in the end, and precisely.",
    }),
    greta: submitted([4, 2, 3, 1, 2], "no", "high", {
      noticing: "A nurse wrote in. She read it at nine and “needed the morning” before telling anyone.",
      fix: "“I triple-check.” Nothing else, asked twice.",
      calibration: "The guilt is the story. The survey is a prop in it.",
    }),
    iris: submitted([4, 3, 4, 3, 2], "no", "high", {
      calibration: "Tears close at the word “trust”. I offered a break. She could not close the answer.",
      consequence:
        "Sixteen nurses, opinions on their managers readable. She did not finish how that went on.",
    }),
    hugo: submitted([5, 3, 3, 2, 2], "no-decision", "medium", {
      ownership: "Opens with it and never lets anyone else near it. Almost too much hers.",
      calibration: "Went in circles three times; I closed the question for her.",
    }),
  },
};
