import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const dosageUnit: PracticeAnswer = {
  key: "dosage-unit",
  title: "The decimal point",
  role: "Veterinary assistant",
  field: "Veterinary clinic",
  work: "care",
  spoken: [
    { beat: "mistake", seconds: 6, words: "I drew up ten times too much of a sedative for a cat." },
    {
      beat: "situation",
      seconds: 7,
      words: "It was in my first year, in a small animal practice, a Saturday clinic.",
    },
    {
      beat: "task",
      seconds: 8,
      words: "Drawing up was my job, the vet checks, but I draw it up and I label it.",
    },
    {
      beat: "mistake",
      seconds: 15,
      words:
        "I read point one as one. I didn’t say it out loud, which we’re meant to. It’s me who did it, and it was a living thing. I can’t get past that, I’ve tried.",
    },
    {
      beat: "noticing",
      seconds: 34,
      words:
        "I saw it as I put it in the tray, the syringe looked so full. I said stop before she’d picked it up. That was maybe five seconds. And I told her what I’d done, with the number, and she looked at it and poured it away, and I told the owner too, before the cat was even on the table. The vet said, good, that’s how it should go. But it isn’t good, is it? I could’ve killed someone’s cat.",
    },
    {
      beat: "result",
      seconds: 42,
      words:
        "It cost, what, two pounds of sedative. One cat, nothing given, she went home that afternoon. The syringes for that drug are the small ones now, they only hold one dose, I ordered them, you couldn’t draw up ten times if you wanted to. But it doesn’t help me, because I think, what’s the next one? I was off for a week. I couldn’t hold a syringe without, I’m sorry. It’s still there when I draw up. Every time. I see that cat. I don’t know how people do this job and sleep, I really don’t, I don’t think that I’m.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because: "“I drew up ten times too much of a sedative for a cat”: first, in the first person, whole.",
    },
    noticing: {
      mark: 5,
      because:
        "Textbook: seen in “maybe five seconds”, “I said stop before she’d picked it up”, with the number, and the owner told as well before anything was given.",
    },
    consequence: {
      mark: 5,
      because:
        "Exact both ways: “two pounds of sedative. One cat, nothing given, she went home that afternoon.”",
    },
    fix: {
      mark: 4,
      because:
        "A syringe that cannot hold the mistake: “you couldn’t draw up ten times if you wanted to”. Not carried further in the telling.",
    },
    calibration: {
      mark: 2,
      because:
        "The rest could hardly be better, and the guilt still swallows it: “I can’t get past that”, “I see that cat”, and it breaks off before the end: “I don’t think that I’m”. Keep the other levels where they belong.",
    },
  },
  traps: [],
};
