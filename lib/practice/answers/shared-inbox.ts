import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const sharedInbox: PracticeAnswer = {
  key: "shared-inbox",
  title: "The unanswered mail",
  role: "Insurance clerk",
  field: "Insurance",
  work: "operations",
  spoken: [
    {
      beat: "situation",
      seconds: 17,
      words:
        "We had a shared inbox for claims, six of us, and everybody took what they took. There wasn’t really a system to it, and our team leader didn’t want one, he thought systems were for people who didn’t trust each other.",
    },
    { beat: "task", seconds: 5, words: "I’d marked one as mine, a water damage, an old man." },
    {
      beat: "mistake",
      seconds: 30,
      words:
        "And it lay there for five weeks. I mean, it could have been any of us, everyone had a few of those lying there. Somebody should’ve seen that it was red. I’d been on leave for one of those weeks and there was no cover for me, because cover was never organised. So it fell through, that’s what happens with a set-up like that. It was a process problem and they wouldn’t hear it.",
    },
    {
      beat: "noticing",
      seconds: 7,
      words: "The old man’s daughter wrote to the board. That’s how it came out. I was called in.",
    },
    {
      beat: "result",
      seconds: 27,
      words:
        "He’d been living with wet walls for five weeks. They gave him eight hundred pounds on top. And then there was this whole thing about me, as though I were the only one with a red mail, which I showed them, I counted the others’, there were thirty-one. I’d do the same again. What’s changed there? Nothing that I know of. They still have that inbox.",
    },
    { beat: "bridge", seconds: 4, words: "So I hope that it’s better organised with you." },
  ],
  reference: {
    ownership: {
      mark: 2,
      because:
        "“I’d marked one as mine” is as near as it comes; after that it lies there by itself, “it fell through, that’s what happens with a set-up like that”. No call of theirs to point at.",
    },
    noticing: {
      mark: 1,
      because:
        "Was caught: “The old man’s daughter wrote to the board. That’s how it came out. I was called in.”",
    },
    consequence: {
      mark: 4,
      because:
        "Someone, and a size: “He’d been living with wet walls for five weeks. They gave him eight hundred pounds on top.”",
    },
    fix: { mark: 1, because: "None, and said so: “What’s changed there? Nothing that I know of.”" },
    calibration: {
      mark: -2,
      because:
        "Blames, counts the others’ faults, and would again: “I counted the others’, there were thirty-one. I’d do the same again.”",
    },
  },
  traps: [
    {
      trap: "teams-mistake",
      because: "Handed to the set-up and the others: “Somebody should’ve seen that it was red.”",
    },
  ],
};
