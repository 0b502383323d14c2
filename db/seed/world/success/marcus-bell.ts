import { type DemoCandidate, submitted } from "../types";

/** Lost an account he had not called in five months; the customer, in his telling, did not read her mail. */
export const MARCUS_BELL: DemoCandidate = {
  name: "Marcus Bell",
  email: "marcus.bell@mail.example",
  daysAgo: 45,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "slow-failure",
      noticedBy: "customer",
      toldBefore: "no",
      voice: "passive",
      fixKind: "none",
      bridge: "no",
      timeToNotice: { amount: 5, unit: "months" },
    },
    pace: [41, 11, 36, 8, 15, 0],
    probes: ["ownership", "fix"],
  },
  panel: {
    dana: submitted([2, 2, 2, 1, -2], "strong-no", "high", {
      ownership: "“Contact was lost.” It takes two to lose contact, I thought.",
      fix: "“I document everything now, so nobody can say I didn’t write.”",
      calibration: "Customer, CRM, predecessor. I asked about his own part; back to the customer.",
    }),
    elif: submitted(
      [2, 2, null, 1, -1],
      "no",
      "medium",
      {
        ownership: "Mostly the customer’s silence. One “I could have rung”, quickly covered.",
        fix: "Nothing he does differently, as far as I could find out.",
      },
      { "teams-mistake": "" },
    ),
    farid: submitted([3, 2, 2, 2, -2], "no", "medium", {
      ownership: "“I let it slide”, he does say that, between a good many other people’s shares.",
      calibration: "I like him, but he argued with the question. Even the friendly follow-up.",
    }),
    iris: submitted(
      [1, 1, 2, 1, -2],
      "strong-no",
      "high",
      {
        ownership: "“She didn’t read her email.” That is his mistake, told as hers.",
        noticing: "The cancellation was the notice. He had seen the usage fall and kept it to himself.",
        fix: "A promise to “stay closer”.",
        calibration: "Laughs at the customer. Offered a second run at it; laughed again.",
      },
      { "teams-mistake": "" },
    ),
    hugo: submitted([2, 3, 2, 1, -1], "no", "medium", {
      consequence: "“An account went.” Size, people, money: no.",
      fix: "None. He says the new CRM will handle it.",
      calibration: "Blames first, then under a straight question: “five months is on me.”",
    }),
  },
};
