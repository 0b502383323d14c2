import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const forcePush: PracticeAnswer = {
  key: "force-push",
  title: "The force push",
  role: "Junior developer",
  field: "Agriculture software",
  work: "engineering",
  spoken: [
    {
      beat: "situation",
      seconds: 10,
      words:
        "It was my first job, I’d been there about two months, we made software for dairy farms. There were five of us on one repository.",
    },
    {
      beat: "task",
      seconds: 6,
      words: "I was rebasing my own branch, a small thing, a form for milk yields.",
    },
    {
      beat: "mistake",
      seconds: 21,
      words:
        "And I force-pushed, and I was on the shared branch, not on mine. So I overwrote two people’s commits, a day and a half of work, Lena’s and Marek’s. I had copied the command from a forum and I didn’t know what the force bit did. That’s on me, I could have asked.",
    },
    {
      beat: "noticing",
      seconds: 28,
      words:
        "I saw it because the history was suddenly so short. It was about half past eleven. I did sit there for, I don’t know, a few minutes, feeling sick. And I felt awful, I mean properly awful. Then I went to my lead’s desk and told him before lunch, so before Lena and Marek came back from the farm visit, and I told them when they came in, before they’d opened their laptops.",
    },
    {
      beat: "result",
      seconds: 31,
      words:
        "My lead had it back in an hour, out of Lena’s local copy. Nothing was lost in the end, they just had to wait. I said sorry to Lena about five times and she told me to stop. And I brought cake. And then I brought cake again. Anyway. We turned on branch protection that same afternoon, I did it myself, with him watching, so it just isn’t possible any more to force-push there, whoever you are, however little you slept.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words: "So the first thing I looked for in your test task was whether main was protected, and it was.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "“I force-pushed, and I was on the shared branch”, with the gap in knowledge admitted and not hidden behind: “That’s on me, I could have asked.” A little context first.",
    },
    noticing: {
      mark: 4,
      because:
        "The right person, and before those affected: “told him before lunch, so before Lena and Marek came back”. How soon is rough, with “a few minutes, feeling sick” in between.",
    },
    consequence: {
      mark: 3,
      because:
        "What and who are clear, “a day and a half of work, Lena’s and Marek’s”, and then it is only “they just had to wait”. The cost to them stays unmeasured.",
    },
    fix: {
      mark: 4,
      because:
        "“it just isn’t possible any more to force-push there, whoever you are”: a tool, not a resolution. Only this one repository.",
    },
    calibration: {
      mark: 1,
      because:
        "Too much sorrow, but it gets through: “I said sorry to Lena about five times” and “then I brought cake again”.",
    },
  },
  traps: [],
};
