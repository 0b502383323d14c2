import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const donorLetter: PracticeAnswer = {
  key: "donor-letter",
  title: "The letter to the donor",
  role: "Fundraiser",
  field: "Charity",
  work: "commercial",
  spoken: [
    {
      beat: "mistake",
      seconds: 9,
      words: "I thanked a widow in a letter to her husband, who had died. I wrote it and I signed it.",
    },
    {
      beat: "situation",
      seconds: 9,
      words:
        "I work for a hospice charity, and in January we write to everyone who gave at Christmas, about nine hundred letters.",
    },
    {
      beat: "task",
      seconds: 8,
      words: "The list comes to me and I’m meant to go through it against the notices that families send us.",
    },
    {
      beat: "mistake",
      seconds: 10,
      words:
        "I didn’t do that year’s. I decided that it could wait until after the mailing, and I put nine hundred letters in the post.",
    },
    {
      beat: "noticing",
      seconds: 31,
      words:
        "His wife rang our reception. So it was she who told us, not I. And I’d had a feeling, there was a second one I’d thought of in the night already and I hadn’t said anything, I’d hoped it’d be all right. When reception put it on the director’s desk I said that it was me, because it was going to come out. I’m ashamed of that part. I really am, I’m still ashamed of it.",
    },
    {
      beat: "result",
      seconds: 41,
      words:
        "There were some families who got one, and they were hurt by it, you could tell by the way they wrote. I went to see her, Mrs Lindgren. I was sorry and I said so, and I said it again at the door, I couldn’t seem to leave. I think about her kitchen. What we have now is that the notices go into the database on the day they come, by whoever opens the post, and the mailing can’t be printed while one is open, the button’s grey. It has held for three Januaries. Our sister house in Malmö has it too.",
    },
    { beat: "bridge", seconds: 6, words: "I’d want to look at that with you before your spring letter." },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "First sentence, first person, and not softened: “I thanked a widow in a letter to her husband, who had died. I wrote it and I signed it.”",
    },
    noticing: {
      mark: 2,
      because:
        "“it was she who told us, not I”, and the doubt was sat on: “I hadn’t said anything, I’d hoped it’d be all right”. Spoke “because it was going to come out”.",
    },
    consequence: {
      mark: 3,
      because:
        "What and to whom, “some families who got one, and they were hurt by it”, but never how many, though nine hundred went out.",
    },
    fix: {
      mark: 5,
      because:
        "“the mailing can’t be printed while one is open, the button’s grey”: tired or not. It is known to hold, “It has held for three Januaries”, and the sister house took it on.",
    },
    calibration: {
      mark: 1,
      because:
        "Returns to the guilt unasked, “I really am, I’m still ashamed of it”, “I couldn’t seem to leave”, and still brings the story home.",
    },
  },
  traps: [],
};
