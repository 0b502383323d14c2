import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const allergenBoard: PracticeAnswer = {
  key: "allergen-board",
  title: "The allergen board",
  role: "Head chef",
  field: "Restaurant",
  work: "operations",
  spoken: [
    {
      beat: "mistake",
      seconds: 6,
      words: "I wrote the allergen board wrong. I left the nuts off a dessert.",
    },
    {
      beat: "situation",
      seconds: 6,
      words: "This was a Friday in December, sixty covers, a place by the harbour.",
    },
    {
      beat: "task",
      seconds: 7,
      words: "The board’s the head chef’s, always. I write it and I initial it at five.",
    },
    {
      beat: "mistake",
      seconds: 10,
      words:
        "I’d changed the crumble that afternoon, from oats to hazelnut, because the oats hadn’t come. And I copied the board from the day before.",
    },
    {
      beat: "noticing",
      seconds: 34,
      words:
        "I saw it at ten to eight when a waiter read it out at the pass. Three of them had gone out. I stopped the pass, and I went out into the room myself, to the three tables, and asked, and told them what was in it. I didn’t send anyone. One lady’d had two spoonfuls, she said she was fine with nuts. The others hadn’t begun. I should’ve told the owner then as well, she was upstairs, and I told her when we’d closed.",
    },
    {
      beat: "result",
      seconds: 41,
      words:
        "Three people had a plate in front of them that could have hurt them. None of the three had an allergy, so nobody was harmed, and we took the three meals off the bill, a hundred and forty. The recipe card prints the board now. I can’t write on it, there’s no chalk, if the card changes then the board changes. And it prints what’s not been confirmed by the supplier in red. It’s been wrong nought times in two years, the inspector comes in December each time and she checks it, and two of the restaurants in our street have copied it.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words: "So where does your board come from? That’d be my first question in your kitchen.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "“I wrote the allergen board wrong. I left the nuts off a dessert.” Opening words, no defence.",
    },
    noticing: {
      mark: 4,
      because:
        "At once, in person, to the right tables: “I went out into the room myself”. But the plates had gone out, and the owner heard late: “I told her when we’d closed”.",
    },
    consequence: {
      mark: 4,
      because:
        "Sized, with who: “Three people had a plate in front of them that could have hurt them”, and a bill of a hundred and forty.",
    },
    fix: {
      mark: 5,
      because:
        "The error has no place to happen, “if the card changes then the board changes”; it is known to hold, “It’s been wrong nought times in two years”; and it travelled: “two of the restaurants in our street have copied it”.",
    },
    calibration: { mark: 0, because: "Plain about the danger, “that could have hurt them”, and steady." },
  },
  traps: [],
};
