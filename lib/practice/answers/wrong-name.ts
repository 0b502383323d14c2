import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const wrongName: PracticeAnswer = {
  key: "wrong-name",
  title: "The wrong name",
  role: "Recruiter",
  field: "Hospitality",
  work: "people",
  spoken: [
    {
      beat: "mistake",
      seconds: 6,
      words: "I sent a rejection to a candidate with somebody else’s name on it.",
    },
    {
      beat: "situation",
      seconds: 10,
      words:
        "I was recruiting for a hotel group, it was the week we opened two houses and I had forty mails to send.",
    },
    {
      beat: "task",
      seconds: 6,
      words: "Each one was meant to be personal, that was something I’d insisted on myself.",
    },
    {
      beat: "mistake",
      seconds: 10,
      words:
        "I was copying from one big document and I pasted Miguel’s letter under Anneke’s name. I read the first line and sent it.",
    },
    {
      beat: "noticing",
      seconds: 39,
      words:
        "It took me about twenty minutes to see it, when I went to tick her off the list. I didn’t write a second mail. I phoned her. I said, you’ve just had a letter from me with a stranger’s name in it, that was my mistake, and you deserve to hear the answer from a person. She hadn’t opened it yet, as it happens, so she heard it from me first. Then I called Miguel, whose name it was, and after that I told my manager, all before the half hour was up.",
    },
    {
      beat: "result",
      seconds: 31,
      words:
        "One candidate was upset, Anneke, and rightly. She told me it made her feel like a number. Nobody else got anything wrong, I went through all forty to be sure, and Miguel’s mail had nothing in it but his name. What I do now is one document for each person, and I close one before I open the next. It’s a habit, I know, it isn’t magic. But I’ve kept it for two years.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words: "You told me you answer every applicant here. I’d like to keep that up, with the right names.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "Said first and said plainly: “I sent a rejection to a candidate with somebody else’s name on it.”",
    },
    noticing: {
      mark: 5,
      because:
        "“about twenty minutes to see it”, then at once by telephone, “She hadn’t opened it yet, as it happens, so she heard it from me first”, and everyone else “before the half hour was up”.",
    },
    consequence: {
      mark: 4,
      because:
        "“One candidate was upset, Anneke, and rightly”, with the forty gone through. A plain size and who was hit; what it led to is not weighed.",
    },
    fix: {
      mark: 3,
      because:
        "Named and kept, but it rests on remembering, as the speaker says: “It’s a habit, I know, it isn’t magic.”",
    },
    calibration: { mark: 0, because: "“and rightly” is the whole of the remorse. Warm, and done." },
  },
  traps: [],
};
