import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const parentalLeave: PracticeAnswer = {
  key: "parental-leave",
  title: "The leave letter",
  role: "People partner",
  field: "Publishing",
  work: "people",
  spoken: [
    {
      beat: "situation",
      seconds: 16,
      words:
        "I’m in people, at a publisher, two hundred staff. We had an editor going on parental leave, and she’d asked me for her dates and the pay in writing. It was a busy time with the pay round.",
    },
    { beat: "task", seconds: 3, words: "That letter was mine to write." },
    {
      beat: "mistake",
      seconds: 24,
      words:
        "I wrote it from the old policy. The new one had come in that January, with six weeks more at full pay. I’d been in the meeting, too. It was on the old template, and the templates are a bit all over the place, that’s a known thing, but I picked it and I didn’t check it.",
    },
    {
      beat: "noticing",
      seconds: 19,
      words:
        "She brought it up herself, kind of, she asked whether that was right, since a friend had got more. I looked and I said I’d sort it, and I let payroll know. I’m not quite sure about the day, it was that week, I think.",
    },
    {
      beat: "result",
      seconds: 30,
      words:
        "She’d planned with six weeks less, so she had already arranged for a childminder from September and had to move that. She got a new letter. I do know that she was worried for a while. Now I always look at the policy page first before I write any letter, and I check the date at the bottom of it. It’s a step I’ve got on a sticky note, on my screen.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words: "I expect that I’d do the same with you. I’d ask where the current version lives.",
    },
  ],
  reference: {
    ownership: {
      mark: 3,
      because:
        "A call of their own, “I picked it and I didn’t check it”, with the templates and the busy season put round it as padding.",
    },
    noticing: {
      mark: 3,
      because:
        "Was told, and passed it on: “I said I’d sort it, and I let payroll know”. When stays vague: “it was that week, I think”.",
    },
    consequence: {
      mark: 3,
      because:
        "What happened and to whom, “she had already arranged for a childminder from September”, without a sum or a length.",
    },
    fix: {
      mark: 3,
      because: "A named step that rests on seeing it: “It’s a step I’ve got on a sticky note, on my screen.”",
    },
    calibration: {
      mark: 0,
      because:
        "Neither here nor there in warmth, but level. The middle of every scale sounds like this: “She got a new letter.”",
    },
  },
  traps: [],
};
