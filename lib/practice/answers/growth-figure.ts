import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const growthFigure: PracticeAnswer = {
  key: "growth-figure",
  title: "Thirty percent",
  role: "Sales director",
  field: "Energy",
  work: "commercial",
  spoken: [
    {
      beat: "situation",
      seconds: 12,
      words:
        "In my last role I ran the regional business for a company that sells heat pumps to housing associations. We were presenting next year’s plan to the owners.",
    },
    { beat: "task", seconds: 4, words: "The plan had my name on it." },
    {
      beat: "mistake",
      seconds: 24,
      words:
        "I committed to thirty percent growth. I’d decided on the number before there was a model under it, and when my controller said he couldn’t get there, I said, we’ll find it. The market was hot at the time, that has to be said, everyone was saying thirty. But it was I who said it to the owners.",
    },
    {
      beat: "noticing",
      seconds: 21,
      words:
        "By month two the pipeline made it plain that we’d never get there. I took a revised model to our vice president. I can’t tell you exactly when in that month, it was around the quarterly review, and she took it to the owners, I believe, not long after that.",
    },
    {
      beat: "result",
      seconds: 38,
      words:
        "We promised thirty and we reached eighteen. In money that was two point one million we’d told the owners they’d have, and they’d hired against it, four fitters, and two of those contracts weren’t extended. The eighteen was real, though, and none of our customers waited a day longer for it. So, what I do since is I don’t let a number leave my mouth without unit economics behind it. What does one more pump cost us, who fits it. It’s a discipline, and I’ve had to hold myself to it.",
    },
    {
      beat: "bridge",
      seconds: 9,
      words:
        "I know you’re planning to double the north. Ask me for the unit costs before you ask me for a number.",
    },
  ],
  reference: {
    ownership: {
      mark: 3,
      because:
        "The call is owned, “I committed to thirty percent growth”, but wrapped in the mood of the time: “The market was hot at the time, that has to be said, everyone was saying thirty.”",
    },
    noticing: {
      mark: 3,
      because:
        "Saw it and passed it upwards, with the when and the onward path left loose: “I can’t tell you exactly when in that month” and “she took it to the owners, I believe, not long after that”.",
    },
    consequence: {
      mark: 5,
      because:
        "Exact, people included: “We promised thirty and we reached eighteen”, “two of those contracts weren’t extended”, and what was not lost: “none of our customers waited a day longer”.",
    },
    fix: {
      mark: 3,
      because:
        "A good question that lives only in the speaker’s head: “It’s a discipline, and I’ve had to hold myself to it.”",
    },
    calibration: {
      mark: 0,
      because:
        "Even the cushion is said calmly, and the bad figure is not softened. “The eighteen was real”.",
    },
  },
  traps: [],
};
