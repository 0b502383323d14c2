import { type DemoCandidate, submitted } from "../types";

/** Cut the onboarding tour from a release on a hunch; support tickets told her within two days. */
export const FATIMA_IDRISSI: DemoCandidate = {
  name: "Fatima Idrissi",
  email: "fatima.idrissi@mail.example",
  daysAgo: 34,
  story: {
    facts: {
      kind: "judgement",
      shape: "one-decision",
      noticedBy: "self",
      toldBefore: "no",
      voice: "i",
      fixKind: "question",
      bridge: "yes",
      timeToNotice: { amount: 2, unit: "days" },
      timeToTell: { amount: 1, unit: "days" },
    },
    pace: [21, 9, 28, 27, 25, 6],
    probes: ["consequence"],
  },
  panel: {
    elif: submitted([3, 4, 3, 3, 0], "yes", "medium", {
      noticing:
        "Watched the tickets herself, saw the pattern on day two, went to her director the next morning.",
      fix: "Asks “who needs this on day one?” before cutting. A good question when she remembers to put it.",
    }),
    dana: submitted([3, 4, 2, 3, 1], "yes", "low", {
      consequence: "New teams “got stuck”. I asked how many; she guessed, then took the guess back.",
      calibration: "Apologised to me for a tour she cut two years ago, and again at the door.",
    }),
    iris: submitted([3, null, 3, null, 0], "no-decision", "low", {
      ownership: "“I cut it”, wrapped in the deadline and the design team’s opinion.",
      consequence: "Around sixty new accounts had no tour that week. Says who, not what it cost them.",
      fix: "We ran out of time before this; I joined ten minutes late and missed the start as well.",
    }),
  },
};
