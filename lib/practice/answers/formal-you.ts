import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const formalYou: PracticeAnswer = {
  key: "formal-you",
  title: "The formal you",
  role: "Translator",
  field: "Localisation",
  work: "product",
  spoken: [
    {
      beat: "situation",
      seconds: 8,
      words:
        "I translate from English into German, software mainly, and this was for a learning app for children.",
    },
    {
      beat: "task",
      seconds: 14,
      words:
        "I was the lead for the language, so the style was up to me, though the agency has its own guide and the client has theirs, and those two don’t always agree.",
    },
    {
      beat: "mistake",
      seconds: 19,
      words:
        "And I decided on the formal you, all the way through, eleven thousand words. Sie, not du. The brief wasn’t clear, I’d say, it said friendly and it said respectful. But I could have asked and I chose not to, I just went with it.",
    },
    {
      beat: "noticing",
      seconds: 34,
      words:
        "I noticed on the last evening, I read it to my nephew and he laughed. I wrote to the project manager that same minute, she was still up, and told her, it’s the wrong form, all of it, it was my choice and it’s not delivered yet, please hold it. She told the client the next morning at eight, before they had opened the file. I’d say it was ten hours from my nephew to the client, and most of those were night.",
    },
    {
      beat: "result",
      seconds: 19,
      words:
        "It had to be redone. It caused some trouble over there, I believe they had a date, and it was a bit awkward for the agency. I changed all of it over that weekend, at no charge, so that one was right in the end.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words: "I’m very aware of it now. With you, it’s adults, so it’d be the formal one anyway.",
    },
  ],
  reference: {
    ownership: {
      mark: 3,
      because:
        "“I decided on the formal you” is clear, and cushioned: two guides that do not agree, and “The brief wasn’t clear, I’d say”.",
    },
    noticing: {
      mark: 5,
      because:
        "Seen unprompted and told in “that same minute”, before the file had been opened: “it’s not delivered yet, please hold it”. They can say how soon: “ten hours from my nephew to the client”.",
    },
    consequence: {
      mark: 2,
      because:
        "Hinted at: “It caused some trouble over there, I believe they had a date”. Neither who nor how much.",
    },
    fix: {
      mark: 2,
      because:
        "The one text was put right, “I changed all of it over that weekend”, and nothing stands before the next. Being “very aware of it now” is no check.",
    },
    calibration: {
      mark: 0,
      because: "A small smile and no self-pity: “I read it to my nephew and he laughed”.",
    },
  },
  traps: [],
};
