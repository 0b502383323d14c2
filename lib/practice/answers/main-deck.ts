import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const mainDeck: PracticeAnswer = {
  key: "main-deck",
  title: "The main deck",
  role: "Management consultant",
  field: "Consulting",
  work: "commercial",
  spoken: [
    {
      beat: "situation",
      seconds: 16,
      words:
        "That’s a great question. I’ve thought about that one a lot. I worked on a cost programme for an airline, very senior client, very visible, five of us in the team room, and it was one of those where you basically live there.",
    },
    {
      beat: "task",
      seconds: 6,
      words: "I was responsible for the main deck, so the storyline, the numbers, all of it.",
    },
    {
      beat: "mistake",
      seconds: 30,
      words:
        "And I think that my mistake was that I hold myself to such a high standard that I can find it hard to let go. I would redo slides at two in the morning that everyone else thought were perfect. The partner actually told me, this is the best deck I’ve seen this year, and I was still moving boxes. I care too much, I think, is the honest answer. I want it to be right for the client.",
    },
    {
      beat: "result",
      seconds: 31,
      words:
        "In the end the client loved it, they extended us twice, so nothing bad came of it, if anything the opposite. But I did take something away, which is that good can be good enough, and that not everybody on the team has the same drive as me, and that’s fine, they have other strengths. So I try to be more relaxed about it now. I try to let people make their own way, even when I can see a better one.",
    },
    {
      beat: "bridge",
      seconds: 10,
      words:
        "And I think that standard is what I’d bring to you. I’d rather have someone tell me to slow down than to hurry up.",
    },
  ],
  reference: {
    ownership: {
      mark: 1,
      because:
        "No mistake is named, only a strength dressed as one: “I hold myself to such a high standard” and “I care too much, I think, is the honest answer”.",
    },
    noticing: {
      mark: 1,
      because:
        "There is no moment of seeing anything or telling anybody. From “I was still moving boxes” it goes straight to the happy end.",
    },
    consequence: {
      mark: 1,
      because: "Waved away in so many words: “nothing bad came of it, if anything the opposite”.",
    },
    fix: {
      mark: 1,
      because: "A resolution with nothing behind it: “So I try to be more relaxed about it now.”",
    },
    calibration: {
      mark: -1,
      because:
        "Leans away smoothly, at the others’ cost: “not everybody on the team has the same drive as me”. Not combative, so not the far end.",
    },
  },
  traps: [
    {
      trap: "fake-mistake",
      because:
        "A virtue in disguise, with praise quoted to prove it: “this is the best deck I’ve seen this year”.",
    },
    {
      trap: "no-consequence-no-fix",
      because: "Nothing was lost, “they extended us twice”, and nothing was changed.",
    },
  ],
};
