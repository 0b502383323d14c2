import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const unpostedAccrual: PracticeAnswer = {
  key: "unposted-accrual",
  title: "The bonus accrual",
  role: "Accountant",
  field: "Furniture",
  work: "operations",
  spoken: [
    {
      beat: "situation",
      seconds: 20,
      words:
        "I was in the group accounts of a furniture maker, and at year end we had, I think, four hundred postings in the last two days. The other two colleagues were off, one with the flu and one on leave that I hadn’t approved, so it was a lot.",
    },
    { beat: "task", seconds: 4, words: "The accruals were in my part of the list." },
    {
      beat: "mistake",
      seconds: 22,
      words:
        "I left one out, a bonus accrual for the sales people, sixty-five thousand. I’d seen it, I put it to one side because the paper for it wasn’t signed, and I forgot it there. I would normally have had someone to check the list with me, that’s how it was meant to be done.",
    },
    {
      beat: "noticing",
      seconds: 24,
      words:
        "The auditors found it in March. I’d realised in January, if I’m quite honest, when I tidied that tray. And I thought, well, it’s signed off now, it’s not material, I’d put it right in the new year, and that nobody would ask. So when they came to me, I said that it looked like a timing difference.",
    },
    {
      beat: "result",
      seconds: 23,
      words:
        "The year’s profit had been sixty-five thousand too high, and the sales people got their bonus six weeks late, there were nine of them. We posted the correction. It was adjusted in the report, so it’s right now. I apologised to my chief. I don’t think it would happen again, everyone knows about that tray now.",
    },
    {
      beat: "bridge",
      seconds: 6,
      words: "I’d hope that with a bigger team here there’s always someone to check.",
    },
  ],
  reference: {
    ownership: {
      mark: 3,
      because:
        "“I left one out” is said, between two cushions: the absent colleagues, and “I would normally have had someone to check the list with me”.",
    },
    noticing: {
      mark: 1,
      because:
        "Saw it, hid it, and was caught: “The auditors found it in March. I’d realised in January”. Even then it was dressed up: “I said that it looked like a timing difference”. The telling is honest; what was done is still the lowest level.",
    },
    consequence: {
      mark: 4,
      because:
        "A sum and people: “sixty-five thousand too high” and a bonus “six weeks late, there were nine of them”.",
    },
    fix: {
      mark: 2,
      because:
        "That one case is right, “We posted the correction”, and nothing would catch the next: “everyone knows about that tray now”.",
    },
    calibration: {
      mark: -1,
      because:
        "Leans on circumstances, “on leave that I hadn’t approved”, and then tells the worst of it without being asked.",
    },
  },
  traps: [],
};
