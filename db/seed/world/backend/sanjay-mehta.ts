import { type DemoCandidate, submitted } from "../types";

/** Force-pushed over two colleagues' commits in his first month; told the lead before lunch. */
export const SANJAY_MEHTA: DemoCandidate = {
  name: "Sanjay Mehta",
  email: "sanjay.mehta@mail.example",
  daysAgo: 23,
  story: {
    facts: {
      kind: "recoverable",
      shape: "one-decision",
      noticedBy: "self",
      toldBefore: "yes",
      voice: "i",
      fixKind: "tool",
      bridge: "no",
      timeToNotice: { amount: 20, unit: "minutes" },
      timeToTell: { amount: 1, unit: "hours" },
      cost: { amount: 1, unit: "hours" },
    },
    pace: [12, 7, 24, 29, 21, 0],
    probes: ["consequence"],
  },
  panel: {
    ada: submitted([4, 4, 4, 3, 0], "yes", "medium", {
      ownership: "“I typed --force because a blog said so.” A word about being four weeks in.",
      noticing:
        "Two names gone from the log. Went to the lead’s desk before lunch, before either had pulled.",
      fix: "Branch protection was the lead’s doing; his own part is “I look at the log first”.",
      consequence: "An hour each for two people, recovered from the reflog by noon.",
    }),
    chidi: submitted([4, 4, 3, 5, 0], "yes", "high", {
      noticing: "Missing commits, twenty minutes, told the lead and then both colleagues in person.",
      fix: "He asked for branch protection and wrote it into the starter page; every repo since. Nobody can now.",
      calibration: "Laughs at the blog post, not at his colleagues. Done in a minute and a half.",
    }),
    greta: submitted([3, 4, 2, 3, 0], "yes", "low", {
      ownership: "His, but it shares the stage with the blog post and a missing onboarding page.",
      consequence: "“A bit of their morning.” Small story; I would have liked another.",
    }),
    noor: submitted([4, 4, 3, 4, 0], "yes", "medium", {
      consequence: "Two colleagues re-did work from reflog, most of an hour. Got that only by asking.",
      calibration: "Matter-of-fact, a little embarrassed, over it.",
    }),
  },
};
