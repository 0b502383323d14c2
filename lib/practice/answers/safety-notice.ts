import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const safetyNotice: PracticeAnswer = {
  key: "safety-notice",
  title: "The recall list",
  role: "Compliance officer",
  field: "Toys",
  work: "operations",
  spoken: [
    {
      beat: "situation",
      seconds: 8,
      words: "We imported wooden toys, and we’d had a recall, a small part on a train could come off.",
    },
    {
      beat: "task",
      seconds: 8,
      words: "I was the compliance officer, so the list of shops to be told came out of my hands.",
    },
    {
      beat: "mistake",
      seconds: 16,
      words:
        "I left out the online shops. I built the list from the delivery notes and I forgot that the online ones are supplied out of a different warehouse. I chose that source and it was the wrong one.",
    },
    {
      beat: "noticing",
      seconds: 24,
      words:
        "I realised it on the third day, when a parent wrote in who had bought from one of them. I did pass that on. I talked it over with a colleague and then it went up, to the management, and from there to the authority, I couldn’t tell you now on which day, and it got to the shops.",
    },
    {
      beat: "result",
      seconds: 38,
      words:
        "So that was a hundred and forty trains in nine online shops that had stayed on sale for three days longer. Nineteen were sold in those days, and we got all nineteen back, no child had been hurt. I don’t think that there’s a list I’ve been more glad to close. Every recall list comes out of the stock ledger now, which has both warehouses, and it’s reconciled to the last piece before it can be signed. We’ve had two since, both came out complete, and our sister company in Poland has the same one.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words: "You’ve got three warehouses and a marketplace. I’d start with where your list comes from.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "“I left out the online shops”, and the call behind it: “I chose that source and it was the wrong one.” A little context first.",
    },
    noticing: {
      mark: 3,
      because:
        "Learned it from a parent and passed it on, to whom and when is loose: “I couldn’t tell you now on which day”.",
    },
    consequence: {
      mark: 5,
      because:
        "Counted to the piece: “Nineteen were sold in those days, and we got all nineteen back, no child had been hurt”.",
    },
    fix: {
      mark: 5,
      because:
        "“reconciled to the last piece before it can be signed”, known to hold, “We’ve had two since, both came out complete”, and used by the sister company.",
    },
    calibration: {
      mark: 0,
      because:
        "Sober, and glad where gladness is due: “I don’t think that there’s a list I’ve been more glad to close.”",
    },
  },
  traps: [],
};
