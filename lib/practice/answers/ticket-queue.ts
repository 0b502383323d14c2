import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const ticketQueue: PracticeAnswer = {
  key: "ticket-queue",
  title: "The ticket queue",
  role: "Backend developer",
  field: "Ticketing",
  work: "engineering",
  spoken: [
    {
      beat: "situation",
      seconds: 11,
      words:
        "We did the ticket sales for concerts, and there was this sale for a really big band, everyone was waiting for it, we’d been getting ready for weeks.",
    },
    {
      beat: "task",
      seconds: 7,
      words: "We’d split the work, so a few of us were on the queue, the waiting room part.",
    },
    {
      beat: "mistake",
      seconds: 28,
      words:
        "And what happened was that we released the new queue two days before the sale. It had been decided that it would be fine, the load tests looked okay to us. And then it turned out that the same seat could be held by two people. So there was a mistake made in how the hold was written. It’s always a team thing, I think, it’s hard to say who, we all reviewed it.",
    },
    {
      beat: "noticing",
      seconds: 13,
      words:
        "We saw it in the logs on the day, during the sale. It got raised in the channel and people picked it up, and the organiser was informed as well at some point.",
    },
    {
      beat: "result",
      seconds: 26,
      words:
        "Three hundred and twelve seats were sold twice. So that’s three hundred and twelve people who got a mail saying sorry, and their money back, and a voucher. After that we put a unique constraint on it in the database, so it’s just not possible now for a seat to have two holds, it doesn’t matter what the code does. And we load test with real seat maps.",
    },
    { beat: "bridge", seconds: 4, words: "We’d do the same here, so, constraints first." },
  ],
  reference: {
    ownership: {
      mark: 2,
      because:
        "Stays plural and passive from end to end: “It had been decided that it would be fine” and “there was a mistake made in how the hold was written”. No single call to point at.",
    },
    noticing: {
      mark: 3,
      because:
        "Seen and passed on, but by nobody in particular to nobody in particular: “It got raised in the channel” and “the organiser was informed as well at some point”.",
    },
    consequence: {
      mark: 4,
      because: "Counted, with who was hit: “Three hundred and twelve seats were sold twice.”",
    },
    fix: {
      mark: 4,
      because:
        "As firm as it gets: “it’s just not possible now for a seat to have two holds, it doesn’t matter what the code does”. A blurred owner and a sharp fix in one answer: rate each for itself.",
    },
    calibration: {
      mark: -1,
      because:
        "No blame, but a steady leaning out of the picture: “it’s hard to say who, we all reviewed it”.",
    },
  },
  traps: [
    {
      trap: "teams-mistake",
      because: "Handed to the team, in those words: “It’s always a team thing, I think”.",
    },
  ],
};
