import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const fourNights: PracticeAnswer = {
  key: "four-nights",
  title: "Four nights",
  role: "Ward nurse",
  field: "Hospital",
  work: "care",
  spoken: [
    {
      beat: "situation",
      seconds: 9,
      words:
        "I’ve been on a surgical ward for six years, and we were very short two winters ago, like everyone was.",
    },
    { beat: "task", seconds: 6, words: "The rota isn’t mine. But they ask, and someone has to say yes." },
    {
      beat: "mistake",
      seconds: 23,
      words:
        "So my mistake, I suppose, is that I always say yes. I did four nights, then a day off, and then another four, I covered Christmas and New Year, because the others have children. I couldn’t leave the patients, I’m not that sort of person. I put everyone else first and I forgot about myself.",
    },
    {
      beat: "noticing",
      seconds: 17,
      words:
        "My sister in charge noticed, she said, you look dreadful, go home. I think I’d known for a week or two before, that I was no good to anyone by then. But I didn’t say anything until she did.",
    },
    {
      beat: "result",
      seconds: 25,
      words:
        "Well, I was tired, and a tired nurse isn’t a safe nurse, is she? I was short with a family once, and I remember their faces. I don’t think it did any real harm. Then it was spring and we got two new starters. I do try to look after myself better these days. I’ve got a dog now.",
    },
    {
      beat: "bridge",
      seconds: 11,
      words:
        "I’d be the same here, I think. You’d always be able to count on me, and I’d try to count on myself as well.",
    },
  ],
  reference: {
    ownership: {
      mark: 1,
      because:
        "Asked for a mistake, the answer is a kindness: “I always say yes” and “I put everyone else first”. There may be a real one nearby, the shortness with the family, but it is not the one told.",
    },
    noticing: {
      mark: 2,
      because:
        "Knew and waited until somebody else said it: “I’d known for a week or two before” and “I didn’t say anything until she did”.",
    },
    consequence: {
      mark: 2,
      because:
        "A harm is hinted at, “I was short with a family once”, without who or how much, and half taken back.",
    },
    fix: { mark: 1, because: "Only a good intention: “I do try to look after myself better these days.”" },
    calibration: {
      mark: 0,
      because:
        "Not an evasive voice, for all that it is the wrong story: level, a little wry, “I’ve got a dog now”, and done. A fake mistake can be told calmly.",
    },
  },
  traps: [
    {
      trap: "fake-mistake",
      because:
        "The mistake is being too good to others: “I couldn’t leave the patients, I’m not that sort of person.”",
    },
  ],
};
