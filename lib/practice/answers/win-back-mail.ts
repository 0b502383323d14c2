import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const winBackMail: PracticeAnswer = {
  key: "win-back-mail",
  title: "The win-back mail",
  role: "Marketing specialist",
  field: "Streaming",
  work: "commercial",
  spoken: [
    {
      beat: "situation",
      seconds: 10,
      words:
        "I ran the mail programme at a streaming service for documentaries, and we had a win-back campaign going out to people who had cancelled.",
    },
    { beat: "task", seconds: 5, words: "The audience was mine to build and mine to check." },
    {
      beat: "mistake",
      seconds: 17,
      words:
        "I built it from the wrong list. I took everyone who’d left, and I did not take out the people who had asked us never to write again. One checkbox, and I’d walked past it. I scheduled it for three o’clock.",
    },
    {
      beat: "noticing",
      seconds: 25,
      words:
        "I’d love to say I caught it. I didn’t. Samir, who sat next to me, looked at the count and said, that’s a lot of people. That was a bit under ten minutes before it went. I stopped it, and then I told our privacy person, I think the same day, and my manager, I’m not sure now in which order.",
    },
    {
      beat: "result",
      seconds: 50,
      words:
        "None of them went out. It would have been six thousand two hundred people who had told us no, and in Germany alone that’s a fine with a lot of zeros. So the loss was nothing, no mail, no complaint, it was half an hour of my afternoon. The near miss is what I count. Now anything over five thousand recipients needs a second person, and the tool prints a short code made from the audience, and that second person has to read it out from their own screen. If the audience changes by one address, the code changes. I presented it to the other two brands in the group, they both took it, and it has stopped a wrong send four times that I know of.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words: "Your lists are bigger than mine were, so I’d like to show you that one early on.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "“I built it from the wrong list”, with the job first made clear as theirs. Two sentences of setting come before it.",
    },
    noticing: {
      mark: 3,
      because:
        "Somebody else saw it, “I’d love to say I caught it. I didn’t.” Then it was passed on, but unclear when or in what order: “I think the same day, and my manager, I’m not sure now in which order”.",
    },
    consequence: {
      mark: 5,
      because:
        "Exact about a near miss: “None of them went out. It would have been six thousand two hundred people”, and what was not lost: “no mail, no complaint”.",
    },
    fix: {
      mark: 5,
      because:
        "Two people and a code that cannot be waved through: “If the audience changes by one address, the code changes.” Carried to “the other two brands” and proven: “it has stopped a wrong send four times”.",
    },
    calibration: {
      mark: 0,
      because: "Gives the credit away without fuss, and finishes. “The near miss is what I count.”",
    },
  },
  traps: [],
};
