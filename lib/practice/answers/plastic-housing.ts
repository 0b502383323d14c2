import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const plasticHousing: PracticeAnswer = {
  key: "plastic-housing",
  title: "The plastic housing",
  role: "Supply chain planner",
  field: "Electronics",
  work: "operations",
  spoken: [
    {
      beat: "situation",
      seconds: 9,
      words:
        "We make sensors for cars, and we had one supplier in Malaysia for a housing, a plastic part, a cheap thing.",
    },
    {
      beat: "task",
      seconds: 6,
      words: "I was planning that line. Well, planning, you plan with what the others tell you.",
    },
    {
      beat: "mistake",
      seconds: 32,
      words:
        "So the mistake that happened was that they didn’t tell us about their factory moving. They knew. It was on their website, apparently, in a press release, but nobody there thought to write to us. And purchasing had signed a contract with no notice period, I wasn’t asked about that. So when it came to the reorder in May there was a gap, and people looked at planning. I had ordered on the normal date. What else should I have ordered on?",
    },
    {
      beat: "noticing",
      seconds: 19,
      words:
        "Our customer’s line called us, they were the ones to bring it up, they had two days of stock left. I’d seen that the confirmation hadn’t come, that was maybe ten days earlier, but there’s always some confirmation missing, that’s normal there, so it wasn’t for me to chase.",
    },
    {
      beat: "result",
      seconds: 22,
      words:
        "The customer’s line stood for sixteen hours, and we paid, I think it was ninety thousand euros in penalties. Which purchasing should have covered, if you ask me. I keep a list now of open confirmations, I go through it on Mondays, so nobody can say that again. But the contract’s still the same, you know, so.",
    },
    {
      beat: "bridge",
      seconds: 6,
      words: "It depends on the suppliers. If yours are organised, then there’s no issue.",
    },
  ],
  reference: {
    ownership: {
      mark: 1,
      because:
        "Somebody else’s, three times over: the supplier, “nobody there thought to write to us”; purchasing, “signed a contract with no notice period”; and not the speaker, “What else should I have ordered on?”",
    },
    noticing: {
      mark: 2,
      because:
        "Had the sign and sat on it, “I’d seen that the confirmation hadn’t come”, and it came out through the customer: “they were the ones to bring it up”.",
    },
    consequence: {
      mark: 4,
      because:
        "A number and who was hit: “The customer’s line stood for sixteen hours” and “ninety thousand euros in penalties”.",
    },
    fix: {
      mark: 3,
      because:
        "There is a named habit, “a list now of open confirmations, I go through it on Mondays”, and it rests on doing it.",
    },
    calibration: {
      mark: -2,
      because:
        "Blames and goes on blaming to the last sentence: “Which purchasing should have covered, if you ask me.”",
    },
  },
  traps: [
    {
      trap: "teams-mistake",
      because: "It lands on everyone else: “the mistake that happened was that they didn’t tell us”.",
    },
  ],
};
