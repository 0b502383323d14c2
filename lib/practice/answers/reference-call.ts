import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const referenceCall: PracticeAnswer = {
  key: "reference-call",
  title: "The reference call",
  role: "Engineering manager",
  field: "Medical devices",
  work: "engineering",
  spoken: [
    {
      beat: "situation",
      seconds: 13,
      words:
        "This one took me a while to be able to tell. I was hiring a senior engineer for a team that builds infusion pumps, and we’d been looking for five months.",
    },
    { beat: "task", seconds: 5, words: "The hire was my decision. The references were mine to take." },
    {
      beat: "mistake",
      seconds: 16,
      words:
        "I skipped the reference call. I decided that, I told my director it was done, no, I told him it was fine, which isn’t the same. The candidate interviewed really well and I was tired of looking.",
    },
    {
      beat: "noticing",
      seconds: 32,
      words:
        "And I was uneasy by week three. He was sharp with the testers, he’d merge over their objections. I saw it and I sat on it for a month. I told myself he was settling in. I only spoke to my director in week seven, when two of the testers had been to see him themselves, so by then he knew, and so did everyone else, really. That month is the actual mistake, if you ask me.",
    },
    {
      beat: "result",
      seconds: 35,
      words:
        "We parted after four months. It cost about forty thousand with the agency fee, and one of the two testers, Ruth, moved to another team, so that’s the part that was hers to pay and not mine. Since then, the offer can’t be generated without two reference notes, HR built that into the form, I asked them to. And at thirty days I sit down with the person and with two people around them, it’s in the calendar from the day of the offer.",
    },
    {
      beat: "bridge",
      seconds: 10,
      words:
        "In this role I’d be hiring three in the first half year. So I’d want both of those on from the first one.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "“I skipped the reference call. I decided that”, and a half-truth to the director is put right in the telling. Some context comes first.",
    },
    noticing: {
      mark: 2,
      because:
        "Saw it and kept quiet: “I saw it and I sat on it for a month”, and spoke when there was no way round, “so by then he knew, and so did everyone else”.",
    },
    consequence: {
      mark: 4,
      because:
        "A sum and a person: “about forty thousand with the agency fee” and “one of the two testers, Ruth, moved to another team”.",
    },
    fix: {
      mark: 4,
      because:
        "“the offer can’t be generated without two reference notes” does not depend on a good day. Not shown yet to have prevented one.",
    },
    calibration: {
      mark: 0,
      because:
        "Hard on the right thing, once: “That month is the actual mistake, if you ask me.” Then it moves on.",
    },
  },
  traps: [],
};
