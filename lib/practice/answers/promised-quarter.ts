import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const promisedQuarter: PracticeAnswer = {
  key: "promised-quarter",
  title: "The promised quarter",
  role: "Product manager",
  field: "Logistics software",
  work: "product",
  spoken: [
    {
      beat: "situation",
      seconds: 18,
      words:
        "This was at a company that made route planning software, I looked after the integrations. One of our ten largest customers was up for renewal, and their head of transport had me on a call and asked, when does the customs module come.",
    },
    { beat: "task", seconds: 5, words: "I owned that roadmap, so it was mine to answer." },
    {
      beat: "mistake",
      seconds: 17,
      words:
        "And I said, third quarter. I decided that, on the call, by myself. Engineering had not committed to it, it was a maybe on a slide. I wanted the silence to stop, if I’m honest, and I put a date into it.",
    },
    {
      beat: "noticing",
      seconds: 39,
      words:
        "By the afternoon I’d opened the capacity sheet to enter it, and there was no version of it that worked. So the same afternoon I went to Piotr, who leads the engineers, and told him what I had said, and then I wrote to the customer before the day was over. I wrote, I gave you a date this morning that I had not checked, please don’t plan on it, you’ll have a checked one on Friday. I told our account director after that, which was the wrong way round. She should have heard before her customer did.",
    },
    {
      beat: "result",
      seconds: 30,
      words:
        "What happened was that the date moved one quarter, to the fourth. They had pencilled us into a warehouse opening and they had to re-plan that. They did renew. Since then no date goes out of my team without an engineering lead’s name next to it. It’s a field in the release note template and it won’t send empty. I’ve had to say I’ll come back to you about a dozen times, and nobody minds.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words: "I gather your sales team sits close to product. I’d want that field there from the start.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "One clear call, and no doubt whose: “I decided that, on the call, by myself.” A little setting comes before it, so it is not quite the opening.",
    },
    noticing: {
      mark: 4,
      because:
        "Seen and told within hours: “the same afternoon I went to Piotr” and “I wrote to the customer before the day was over”. The order is rough, as the speaker says: “She should have heard before her customer did.”",
    },
    consequence: {
      mark: 3,
      because:
        "What happened and to whom is clear, “the date moved one quarter” and “they had to re-plan that”, but not what the re-planning cost them.",
    },
    fix: {
      mark: 4,
      because:
        "A check that does not rest on memory: “It’s a field in the release note template and it won’t send empty.” In use, but not shown to have caught a wrong date, nor used by others.",
    },
    calibration: {
      mark: 0,
      because:
        "Says the uncomfortable motive once, “I wanted the silence to stop, if I’m honest”, and goes on. Calm to the end.",
    },
  },
  traps: [],
};
