import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const thirtyBranches: PracticeAnswer = {
  key: "thirty-branches",
  title: "Thirty branches",
  role: "Product strategist",
  field: "Banking",
  work: "product",
  spoken: [
    {
      beat: "situation",
      seconds: 15,
      words:
        "So at the bank I was in strategy, and I said in, what, five years ago, that branches were finished and that everything had to go to the app. I had the data, I had the deck, I had a timeline.",
    },
    { beat: "task", seconds: 3, words: "My job was to see what’s coming." },
    {
      beat: "mistake",
      seconds: 29,
      words:
        "And the mistake was being right too early. I mean that. The organisation simply was not ready to hear it. I pushed for closing thirty branches, and we closed the first six, and then the old guard got nervous because some pensioners wrote letters. If they’d had the stomach to go through with it, we’d be where everyone else is now. So, you could say that I should have waited for them to catch up. I’d accept that.",
    },
    {
      beat: "result",
      seconds: 25,
      words:
        "They stopped it after the six. And, okay, some of those customers left, people will always leave, but those weren’t profitable anyway, if you look at the numbers. Two years later, guess what, they’re closing branches. Nobody called me to say you were right. That’s corporate life, I suppose. What I learned is that you need to package it. People don’t resist ideas, they resist being shown up.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words: "So what I look for now is a place that’s a bit more ready to move, and I think that’s you.",
    },
  ],
  reference: {
    ownership: {
      mark: 1,
      because:
        "The mistake is a triumph: “the mistake was being right too early”. The six closed branches are not looked at as a call that might have been wrong.",
    },
    noticing: {
      mark: 1,
      because:
        "Nobody notices anything. The customers’ letters become other people’s nerves: “the old guard got nervous because some pensioners wrote letters”.",
    },
    consequence: {
      mark: 2,
      because:
        "There is harm, without who or how many, and it is argued down: “some of those customers left, people will always leave”.",
    },
    fix: {
      mark: 1,
      because: "A lesson about others, and nothing changed: “What I learned is that you need to package it.”",
    },
    calibration: {
      mark: -2,
      because:
        "Argues it away, and again, and keeps score: “If they’d had the stomach”, “Nobody called me to say you were right.”",
    },
  },
  traps: [
    {
      trap: "fake-mistake",
      because:
        "A virtue in disguise: too far-sighted for the others, “The organisation simply was not ready”.",
    },
    {
      trap: "no-noticing",
      because:
        "From the closures straight to the lesson, past the people who wrote: “They stopped it after the six.”",
    },
  ],
};
