import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const anchorBolts: PracticeAnswer = {
  key: "anchor-bolts",
  title: "The anchor bolts",
  role: "Site engineer",
  field: "Construction",
  work: "engineering",
  spoken: [
    { beat: "mistake", seconds: 5, words: "I set out twelve anchor bolts from a superseded drawing." },
    {
      beat: "situation",
      seconds: 9,
      words:
        "It was a steel frame for a school sports hall, my second year on site, foundations going in that week.",
    },
    { beat: "task", seconds: 6, words: "Setting out was mine. I had the instrument and I had the drawing." },
    {
      beat: "mistake",
      seconds: 17,
      words:
        "The new revision was in the site office and I took the one from my van, because it was raining and the van was closer. They were out by sixty millimetres. That’s nothing on paper and it’s everything for a column.",
    },
    {
      beat: "result",
      seconds: 44,
      words:
        "The concrete went in and the steel came the week after, and the base plates wouldn’t sit. Twelve bolts had to be cored out and set again with resin, three men for two days, and the crane stood for one of them. It was about eleven thousand. I learned to respect paper, that’s what I learned. Since then I check the revision number against the register in the morning before I set anything out. I write it on the back of my glove with a marker, rev and date. People laugh at that glove. I’ve done it every morning since then, and when I’ve forgotten it I’ve walked back.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words: "You’ve got drawings on tablets here, which I’m all for. I’d still write it on the glove.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "The first sentence is the act: “I set out twelve anchor bolts from a superseded drawing.” The reason is given without hiding in it: “because it was raining and the van was closer”.",
    },
    noticing: {
      mark: 1,
      because:
        "Never says how it came out. “the base plates wouldn’t sit” is what the steel noticed; who realised whose bolts they were, who was told and when, is not in it.",
    },
    consequence: {
      mark: 4,
      because:
        "“three men for two days, and the crane stood for one of them. It was about eleven thousand.” Size and who; not what was kept.",
    },
    fix: {
      mark: 3,
      because:
        "A habit with some wit and no safety net: “I write it on the back of my glove with a marker”. It rests on doing it each morning.",
    },
    calibration: {
      mark: 0,
      because: "Dry and level, “I learned to respect paper”, with nothing pushed away.",
    },
  },
  traps: [
    {
      trap: "no-noticing",
      because:
        "From concrete to lesson in one breath: “the base plates wouldn’t sit”, then “that’s what I learned”.",
    },
  ],
};
