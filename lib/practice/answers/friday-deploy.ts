import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const fridayDeploy: PracticeAnswer = {
  key: "friday-deploy",
  title: "The Friday deploy",
  role: "Engineering manager",
  field: "Online retail",
  work: "engineering",
  spoken: [
    {
      beat: "mistake",
      seconds: 7,
      words: "I approved a deploy at four on a Friday afternoon, and it took our checkout down.",
    },
    {
      beat: "situation",
      seconds: 5,
      words: "I was managing the storefront team, eight people, at a furniture retailer.",
    },
    { beat: "task", seconds: 4, words: "Approvals were mine, nobody else could press that button." },
    {
      beat: "mistake",
      seconds: 22,
      words:
        "One of my engineers asked, he said it was small, and I looked at it for perhaps a minute and said yes. I should have said Monday. I knew the rule of thumb, everybody knows it. And I’m sorry, I still feel bad about this one, because it was his second week on call.",
    },
    {
      beat: "noticing",
      seconds: 35,
      words:
        "The first alert came in eleven minutes later and I was the one who called the incident. I didn’t wait to see if it would clear. I posted in the company channel that checkout was down, that I’d approved the change, and that we were rolling it back, so that customer service had it within a quarter of an hour. A few customers had already written in by then. I do feel bad about that, too. I told the engineer straight away that the approval was mine and not his.",
    },
    {
      beat: "result",
      seconds: 33,
      words:
        "Checkout was down for forty-five minutes. That was about three hundred baskets, and roughly half of them came back over the weekend, so we could put a figure on it. After that the pipeline simply doesn’t take production changes after two on a Friday, unless two people sign, and that’s code, not an agreement. We’ve had maybe three signed exceptions. But really, I mean, poor Joris, his second week. I apologised to him again at the Christmas party, which he found a bit much.",
    },
    {
      beat: "bridge",
      seconds: 8,
      words:
        "I saw you release on any day here. I’d ask what your Friday looks like before I changed anything.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "The first words are the call: “I approved a deploy at four on a Friday afternoon”. And the blame is kept from the engineer: “the approval was mine and not his”.",
    },
    noticing: {
      mark: 4,
      because:
        "“I was the one who called the incident”, soon and in the open. But the order was rough: “A few customers had already written in by then.”",
    },
    consequence: {
      mark: 4,
      because:
        "A size and who was hit: “Checkout was down for forty-five minutes” and “about three hundred baskets”. What was not lost stays vague: “roughly half of them came back”.",
    },
    fix: {
      mark: 4,
      because:
        "“that’s code, not an agreement”, so it works when they are tired. It is used, but not carried anywhere else.",
    },
    calibration: {
      mark: 1,
      because:
        "Gets through the story, but leans in again and again, unasked: “I still feel bad about this one”, “I do feel bad about that, too”, and “I apologised to him again at the Christmas party”.",
    },
  },
  traps: [],
};
