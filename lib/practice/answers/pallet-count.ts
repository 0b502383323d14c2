import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const palletCount: PracticeAnswer = {
  key: "pallet-count",
  title: "The pallet count",
  role: "Warehouse team lead",
  field: "Groceries",
  work: "operations",
  spoken: [
    { beat: "situation", seconds: 6, words: "Yeah, okay. It was a stocktake, at a depot for groceries." },
    {
      beat: "mistake",
      seconds: 17,
      words:
        "I signed off a count that wasn’t finished. There was one aisle left and everyone wanted to go home, so. It was late, and the system had been down twice, so that’s also why. But I signed it.",
    },
    {
      beat: "noticing",
      seconds: 8,
      words: "It came out at the next delivery, my manager asked me about it. I told him then.",
    },
    {
      beat: "result",
      seconds: 12,
      words:
        "We were some pallets short for a bit. It meant a bit of extra work for people. And that’s about it, really. I wouldn’t do it again.",
    },
  ],
  reference: {
    ownership: {
      mark: 3,
      because:
        "“I signed off a count that wasn’t finished” is there, with reasons around it: “the system had been down twice, so that’s also why”.",
    },
    noticing: {
      mark: 2,
      because: "Others brought it up, and then it was said: “my manager asked me about it. I told him then.”",
    },
    consequence: { mark: 2, because: "Some harm, neither who nor how much: “some pallets short for a bit”." },
    fix: { mark: 1, because: "A promise: “I wouldn’t do it again.”" },
    calibration: {
      mark: 0,
      because:
        "Short, not slippery. A short answer is not an evasive one; there is simply little in it, and a probe would find more. “But I signed it.”",
    },
  },
  traps: [],
};
