import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const milkOrder: PracticeAnswer = {
  key: "milk-order",
  title: "The milk order",
  role: "Shift supervisor",
  field: "Coffee shop",
  work: "operations",
  spoken: [
    {
      beat: "situation",
      seconds: 10,
      words:
        "I was running the early shift at a coffee place in a station. Quite a small team, four of us, very busy until ten.",
    },
    { beat: "task", seconds: 6, words: "The supervisor does the orders for the next day, so that was me." },
    {
      beat: "mistake",
      seconds: 13,
      words:
        "I forgot to send the milk order. I decided to do it after the rush and then I did the till, and I went home. I just didn’t send it.",
    },
    {
      beat: "noticing",
      seconds: 25,
      words:
        "I thought of it on the bus, about an hour after my shift. I rang the late supervisor, Tomek, and I told him, I haven’t sent the milk, it’s on me. It was after the cut-off by then, twenty past three or so, so I can’t say I was quick. I told my manager in the evening by message.",
    },
    {
      beat: "result",
      seconds: 29,
      words:
        "It was fine in the end, really. You always find some milk somewhere. I don’t know, it sort of sorted itself out, the next day was a normal day. I’ve not had that happen again, as far as I remember. You just have to keep your head together in the mornings, and you do get better at it when you’ve done it longer. I’m a lot more careful about it now.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words: "So, I’d say that I’m someone who tells you straight away. And I like mornings.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "Simple and in the first person: “I forgot to send the milk order.” A sentence or two of setting before it.",
    },
    noticing: {
      mark: 4,
      because:
        "Told the right person of their own accord, “I haven’t sent the milk, it’s on me”, within the afternoon, though “after the cut-off by then” and the manager only in the evening.",
    },
    consequence: {
      mark: 1,
      because:
        "Waved away: “It was fine in the end, really. You always find some milk somewhere.” Somebody must have found it.",
    },
    fix: { mark: 1, because: "Only a resolution: “I’m a lot more careful about it now.”" },
    calibration: {
      mark: 0,
      because: "Friendly and calm, with no blame and no fuss. “I just didn’t send it.”",
    },
  },
  traps: [
    {
      trap: "no-consequence-no-fix",
      because:
        "Nothing was lost, “the next day was a normal day”, and nothing was changed: the story just stops.",
    },
  ],
};
