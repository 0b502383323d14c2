import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const stalePrice: PracticeAnswer = {
  key: "stale-price",
  title: "The stale price sheet",
  role: "Sales executive",
  field: "Business telephony",
  work: "commercial",
  spoken: [
    {
      beat: "situation",
      seconds: 15,
      words:
        "Right, so, you have to picture the place, we had four tiers, and the price sheets changed about as often as the weather. Everybody had their own copy on their desktop, which, you know, not my design.",
    },
    {
      beat: "task",
      seconds: 7,
      words: "I was closing a two-hundred-seat deal with a chain of dental clinics. My deal, my quote.",
    },
    {
      beat: "mistake",
      seconds: 20,
      words:
        "And I quoted them tier two prices when they were tier three. The sheet I used was from January and this was April. To be fair, nobody had told us the new one was out, it was in some newsletter. But yes, I sent the old number, I didn’t check it.",
    },
    {
      beat: "noticing",
      seconds: 27,
      words:
        "The deal desk flagged it the next day, about ten in the morning. Lovely people, no sense of humour. And, well, I could have let them write to the customer, that was the usual way. I called the buyer myself within the hour, before she got anything from us on paper, and I told her the number was wrong and that it was my number. I told my manager after lunch.",
    },
    {
      beat: "result",
      seconds: 37,
      words:
        "She wasn’t thrilled. They had already taken the figure to their board, so they’d have looked silly. We ended up with a one-year deal instead of three, with a step-up clause, so she got her year and we got the real price in year two. I don’t know what we’d have made otherwise. What I do now is, I don’t own a price sheet at all. I deleted it. I use the live calculator and I share my screen, so the customer sees the number come out at the same time as I do. It can’t be old.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words:
        "If you’ve got a calculator here, I’ll be its biggest fan. If you haven’t, that’s my first complaint.",
    },
  ],
  reference: {
    ownership: {
      mark: 3,
      because:
        "It is named, “I sent the old number, I didn’t check it”, but cushioned on both sides: “which, you know, not my design” and “To be fair, nobody had told us”.",
    },
    noticing: {
      mark: 4,
      because:
        "Not the first to see it, “The deal desk flagged it the next day”, but then the right person soon: “I called the buyer myself within the hour, before she got anything from us on paper”. The manager came late.",
    },
    consequence: {
      mark: 3,
      because:
        "Clear what happened and to whom, “a one-year deal instead of three”, and the buyer’s board. How much is left open: “I don’t know what we’d have made otherwise.”",
    },
    fix: {
      mark: 4,
      because:
        "The stale sheet is gone, and the tool cannot be old: “I don’t own a price sheet at all. I deleted it.” Works on a bad day; not shown to have spread.",
    },
    calibration: {
      mark: -1,
      because:
        "Jokes its way around the edge, “Lovely people, no sense of humour”, and leans on the newsletter, then owns it: “it was my number”.",
    },
  },
  traps: [],
};
