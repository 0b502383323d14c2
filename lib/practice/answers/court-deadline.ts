import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const courtDeadline: PracticeAnswer = {
  key: "court-deadline",
  title: "The filing deadline",
  role: "Paralegal",
  field: "Law firm",
  work: "operations",
  spoken: [
    {
      beat: "situation",
      seconds: 41,
      words:
        "Okay. So, I’ve thought about whether to tell this one, because it’s hard for me, but I think I should, because you asked for a real one. I was at a firm that did a lot of employment cases, quite a small firm, three partners and two of us paralegals, and we had this client, a warehouse worker, he’d been dismissed, and he was such a decent man, he had two daughters, he used to bring us clementines. I mention that because I think about the clementines quite a lot. It was February. It was a bad winter, and I’d had a cold.",
    },
    { beat: "task", seconds: 4, words: "I kept the calendar. So deadlines were mine." },
    {
      beat: "mistake",
      seconds: 32,
      words:
        "I entered his deadline a day late. I counted it from the wrong day, the letter was dated the fourth and I counted from the fifth. It’s such a stupid thing. You learn it in your first week. I learned it in my first week. I’ve gone over it so many times, and I always come out at the same place, that it was just me, not concentrating, and he was the one who’d have to pay for that.",
    },
    {
      beat: "noticing",
      seconds: 50,
      words:
        "I saw it the evening before, at home, I was doing the next day’s list in my head. I sat up in bed. I called the partner, it was ten at night, on a Sunday, and she was good about it, she said, come in at six. I didn’t sleep. I was there at four. I kept thinking of him sitting there with his tie on. We didn’t tell him, not before it was filed, that was her decision, and I’ve wondered about that since, I’ve wondered whether I should have just rung him, he had a right to know, and I didn’t, I did what I was told, and that’s almost the worse thing, isn’t it? I go back and forth on that.",
    },
    {
      beat: "result",
      seconds: 64,
      words:
        "We got an extension, she asked for it, it was something we could ask for. So it was, I mean, it was all right in that sense. But he had to wait, and I don’t think I was ever the same in that job. I couldn’t look at him. I checked everything four times after that, I was slow, I got so slow, the other paralegal had to take things off me. I used to go back in the evenings to look at the calendar again, only to look at it. And I thought, if I can do that once then I can do it any day, there’s no day on which I couldn’t. I’m sorry, this is longer than you wanted. I can see you looking at the time. It’s just that you asked, and I don’t think that I’ve ever really got to the end of it. I left that September. I don’t know what happened to the daughters.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "“I entered his deadline a day late. I counted it from the wrong day”: named, single, first person, after a long run-up that is sorrow rather than defence.",
    },
    noticing: {
      mark: 4,
      because:
        "Saw it unprompted and rang the right person at once, “I called the partner, it was ten at night”. The order is rough: “We didn’t tell him, not before it was filed”.",
    },
    consequence: {
      mark: 2,
      because:
        "There is harm, “he had to wait”, without how long or what it meant to him; most of what is told is the teller’s own pain.",
    },
    fix: {
      mark: 1,
      because:
        "Nothing that would catch the next one, only fear: “I checked everything four times after that” until the others had to take work away.",
    },
    calibration: {
      mark: 2,
      because:
        "It never reaches its end, and says so: “I don’t think that I’ve ever really got to the end of it”. Nearly twice the practised time, and still going back: “I go back and forth on that.”",
    },
  },
  traps: [],
};
