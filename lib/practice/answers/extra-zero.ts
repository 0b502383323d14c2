import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const extraZero: PracticeAnswer = {
  key: "extra-zero",
  title: "The extra zero",
  role: "Operations coordinator",
  field: "Industrial cleaning",
  work: "operations",
  spoken: [
    {
      beat: "mistake",
      seconds: 7,
      words: "I typed an invoice as twenty-four thousand. It should have been two thousand four hundred.",
    },
    {
      beat: "situation",
      seconds: 8,
      words:
        "This is at a company that cleans food factories. I did the month-end invoices, around eighty of them.",
    },
    { beat: "task", seconds: 6, words: "I typed them and I released them, there was no one in between." },
    {
      beat: "mistake",
      seconds: 14,
      words:
        "It was a new customer, a bakery, and I typed the amount by hand instead of pulling it from the order. One zero too many. I released it at ten past two.",
    },
    {
      beat: "noticing",
      seconds: 34,
      words:
        "I do my own reconciliation at three, and it was out by twenty-one thousand six hundred, to the penny, so I knew exactly what I was looking for. I called the bakery’s owner before I did anything in the system. I said, you’ve got an invoice from me with a zero too many, please don’t pay it, the right one’s on its way. He hadn’t seen it. I told our finance manager straight after that call, and all of that was inside the hour.",
    },
    {
      beat: "result",
      seconds: 32,
      words:
        "The wrong one was cancelled and the right one re-issued the same day. Two thousand four hundred pounds, paid on time. He lost five minutes, we lost one credit note, and no money ever moved. And the rule I made for myself is that I never type an amount. I pull it or I leave it blank. I’ve stuck to that, and when someone’s off sick and I cover for them, I do it for theirs as well.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words: "You’ve got four times as many invoices here, so I’d want to see where amounts get typed.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "The first sentence is the mistake, “I typed an invoice as twenty-four thousand”, and the way it happened follows without a defence.",
    },
    noticing: {
      mark: 5,
      because:
        "Found by their own check, then the customer first: “I called the bakery’s owner before I did anything in the system.” He had not seen it, and “all of that was inside the hour”.",
    },
    consequence: {
      mark: 5,
      because:
        "Exact to the minute and pound: “He lost five minutes, we lost one credit note, and no money ever moved.”",
    },
    fix: {
      mark: 3,
      because: "A clear rule, “I never type an amount”, that nothing enforces: “the rule I made for myself”.",
    },
    calibration: {
      mark: 0,
      because:
        "As tidy in the telling as in the books. Nothing is argued and nothing is mourned: “I knew exactly what I was looking for”.",
    },
  },
  traps: [],
};
