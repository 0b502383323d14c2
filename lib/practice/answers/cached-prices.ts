import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const cachedPrices: PracticeAnswer = {
  key: "cached-prices",
  title: "Yesterday’s prices",
  role: "Support engineer",
  field: "Shop software",
  work: "engineering",
  spoken: [
    {
      beat: "mistake",
      seconds: 8,
      words: "I turned off the cache refresh for one of our shops, and I forgot to turn it on again.",
    },
    {
      beat: "situation",
      seconds: 6,
      words: "I do second-line support for a shop system, about three hundred small merchants.",
    },
    {
      beat: "task",
      seconds: 8,
      words: "It was my ticket, a garden centre whose pages were slow, and I wanted to rule something out.",
    },
    {
      beat: "mistake",
      seconds: 10,
      words:
        "I set it to off, it helped, I wrote that in the ticket, and I closed the ticket. I never set it back.",
    },
    {
      beat: "noticing",
      seconds: 28,
      words:
        "Two days later I read my own note while I was writing the weekly summary, and I stopped in the middle of the sentence. I turned it on, and I phoned the garden centre in that same minute, before they’d seen anything, and I told the owner, your shop’s been showing Monday’s prices since Monday, that was me. And I told my lead by chat while I was still on the phone.",
    },
    {
      beat: "result",
      seconds: 35,
      words:
        "But it was fine in the end, nobody really minded. They hadn’t changed much that week. It’s a garden centre, you know, in November. The thing I did after that is that a switch like this can’t be set without an end time. You have to say until when, four hours at the most, and then it sets itself back. I wrote that in a weekend. It’s reset itself sixty-one times so far this year, so that’s sixty-one times somebody forgot, and it’s in all three of our products now.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words: "If you’ve got switches like that in this system, I’d put a clock on every one of them.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "Opens with the act, and its second half too: “I turned off the cache refresh for one of our shops, and I forgot to turn it on again.”",
    },
    noticing: {
      mark: 5,
      because:
        "Found unprompted, told “in that same minute, before they’d seen anything”, the owner first and the lead alongside.",
    },
    consequence: {
      mark: 1,
      because:
        "Waved away: “it was fine in the end, nobody really minded”. Two days of wrong prices had some price. The strongest parts of an answer do not lift its weakest.",
    },
    fix: {
      mark: 5,
      because:
        "A switch that sets itself back, counted, “It’s reset itself sixty-one times so far this year”, and in “all three of our products now”.",
    },
    calibration: {
      mark: 0,
      because: "Light, factual and finished: “I stopped in the middle of the sentence”.",
    },
  },
  traps: [],
};
