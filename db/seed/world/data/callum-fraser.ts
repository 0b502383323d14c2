import { type DemoCandidate, submitted } from "../types";

/** A mislabelled axis that hurt nobody and changed nothing: no consequence, no fix. */
export const CALLUM_FRASER: DemoCandidate = {
  name: "Callum Fraser",
  email: "callum.fraser@mail.example",
  daysAgo: 31,
  story: {
    facts: {
      kind: "recoverable",
      shape: "one-decision",
      noticedBy: "teammate",
      toldBefore: "unclear",
      voice: "i",
      fixKind: "none",
      bridge: "no",
    },
    pace: [20, 8, 19, 14, 8, 0],
    probes: ["consequence", "fix"],
  },
  panel: {
    chidi: submitted(
      [3, 2, 1, 1, -1],
      "no",
      "high",
      {
        consequence: "“It was fine in the end.” Asked who had used the chart: “nobody, I hope.”",
        fix: "Corrected the label. Would do the same again, he says, cheerfully.",
        calibration: "Treats the question as a formality; gave it a little more when I waited.",
      },
      { "no-consequence-no-fix": "" },
    ),
    elif: submitted(
      [2, 2, 1, 2, 0],
      "no",
      "medium",
      {
        ownership: "“A label was wrong on one of the dashboards.”",
        consequence: "No effect on anyone that he could name, and not curious about it either.",
      },
      { "no-consequence-no-fix": "" },
    ),
    farid: submitted(
      [3, 3, 3, 3, -1],
      "yes",
      "low",
      {
        consequence: "A team lead read kilometres as miles for a while, he thinks.",
        fix: "Looks at axis labels now. Reasonable for the size of the thing.",
      },
      { "no-consequence-no-fix": "Flagged at first; on the probe he did give me a little of both." },
    ),
    noor: submitted(
      [2, 2, 1, 1, 0],
      "strong-no",
      "medium",
      {
        consequence: "None, and he is rather pleased about that.",
        fix: "“Nothing to fix, really.” Asked again about how he labels charts today: “same as ever.”",
      },
      { "no-consequence-no-fix": "" },
    ),
    ada: submitted([3, 3, 1, 2, -1], "no", "medium", {
      noticing: "Somebody in stand-up saw it; he said so in the channel, that day or the next.",
      consequence: "Waved off: “a typo, basically”.",
      calibration: "Light about it. Became plain when I asked for another example and he had none.",
    }),
  },
};
