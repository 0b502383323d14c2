import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const weddingDate: PracticeAnswer = {
  key: "wedding-date",
  title: "The wrong Saturday",
  role: "Event planner",
  field: "Events",
  work: "commercial",
  spoken: [
    {
      beat: "mistake",
      seconds: 8,
      words:
        "I booked the band for the wrong Saturday, for a wedding, and I still can’t believe that I did that.",
    },
    {
      beat: "situation",
      seconds: 8,
      words:
        "A couple had a barn in the hills, a hundred and twenty guests. They’d saved for three years for this.",
    },
    { beat: "task", seconds: 4, words: "The suppliers were mine, the band was mine." },
    {
      beat: "mistake",
      seconds: 13,
      words:
        "I wrote the fifteenth instead of the eighth, I typed it with my own two hands. They trusted me with their wedding, you know? How do you even do that to someone?",
    },
    {
      beat: "noticing",
      seconds: 30,
      words:
        "The band’s manager wrote to me on the Wednesday before. He asked was there a change, because of something he’d seen. And I went cold. I saw it and I told the bride’s mother, I think that evening, I’m not sure, I was crying a lot, I honestly couldn’t tell you what I said to her. I’d have understood if they’d never wanted to speak to me again. I haven’t really forgiven myself for it, if I’m honest.",
    },
    {
      beat: "result",
      seconds: 45,
      words:
        "The band couldn’t come. I found them another, at twice the price, eleven hundred more, and I paid the difference, out of my own pocket. The bride was lovely about it. That made it worse. She said it was a beautiful evening, and I just stood in the car park. I dream about it, actually. I still look at their photos sometimes to see if they look happy. I rang every other supplier that night to check the date for that wedding, all nine. But I think that some people just aren’t meant to be trusted with a day like that, and maybe that’s me. I’m sorry, I’ve lost the thread a bit. What was the question?",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "Names the act at once, “I booked the band for the wrong Saturday”, and again with the detail: “I wrote the fifteenth instead of the eighth”. Owning it is not what is missing here.",
    },
    noticing: {
      mark: 3,
      because:
        "Told by the band’s manager, then told the family, unclear how: “I told the bride’s mother, I think that evening, I’m not sure”.",
    },
    consequence: {
      mark: 4,
      because: "“at twice the price, eleven hundred more”, and who bore it. Sized, with the couple in view.",
    },
    fix: {
      mark: 2,
      because:
        "Put this one wedding right, “I rang every other supplier that night to check the date for that wedding”, and nothing for the next.",
    },
    calibration: {
      mark: 2,
      because:
        "The guilt takes over until the story is gone: “How do you even do that to someone?”, “I dream about it, actually”, and it never reaches its end: “I’ve lost the thread a bit. What was the question?”",
    },
  },
  traps: [],
};
