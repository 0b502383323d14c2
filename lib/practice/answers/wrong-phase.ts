import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const wrongPhase: PracticeAnswer = {
  key: "wrong-phase",
  title: "The wrong phase",
  role: "Field electrician",
  field: "Lifts",
  work: "engineering",
  spoken: [
    {
      beat: "mistake",
      seconds: 6,
      words: "I connected a lift motor with two phases swapped, so it ran backwards.",
    },
    {
      beat: "situation",
      seconds: 6,
      words: "It was a block of flats in Leith, eight floors, the only lift.",
    },
    { beat: "task", seconds: 3, words: "My job, my test, my signature." },
    {
      beat: "mistake",
      seconds: 6,
      words: "I skipped the direction test because I’d done that same panel fifty times.",
    },
    {
      beat: "noticing",
      seconds: 22,
      words:
        "I saw it the moment it moved, I was in the shaft with my hand on the stop. So, two seconds. I stopped it, locked it off, and I phoned the control room before I came out of the shaft, and I hung the sign downstairs. Nobody had pressed a button yet.",
    },
    {
      beat: "result",
      seconds: 17,
      words:
        "The lift was out an hour longer than we’d told them, and a couple of people had to walk up. Now I do the direction test first, before the cover goes on, every time, and I say it out loud.",
    },
    { beat: "bridge", seconds: 5, words: "I’d do it out loud here too, you’d hear me." },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "First sentence, first person: “I connected a lift motor with two phases swapped”. And why, without excuse: “because I’d done that same panel fifty times”.",
    },
    noticing: {
      mark: 5,
      because:
        "“two seconds”, stopped, and told: “I phoned the control room before I came out of the shaft”. Nobody was affected before they knew.",
    },
    consequence: {
      mark: 3,
      because:
        "What happened and to whom, “a couple of people had to walk up”, with “an hour longer” for the length but no real size of who was hit.",
    },
    fix: {
      mark: 3,
      because:
        "A named habit, said aloud, that rests on doing it: “I do the direction test first, before the cover goes on, every time”.",
    },
    calibration: {
      mark: 0,
      because: "A minute and complete. Short is not shallow: “My job, my test, my signature.”",
    },
  },
  traps: [],
};
