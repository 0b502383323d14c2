import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const dataCentreMove: PracticeAnswer = {
  key: "data-centre-move",
  title: "The cut-over",
  role: "IT architect",
  field: "Insurance",
  work: "engineering",
  spoken: [
    {
      beat: "situation",
      seconds: 75,
      words:
        "So to understand this you need a little bit of background. The company was formed out of three insurers, so there were three of everything, three claims systems, three directories, three cultures, really. There was a programme to bring it all together, that had been running for two years before I joined it, under a different leadership, and there’d been a review by one of the big firms, which had come to certain conclusions, which not everyone agreed with, and I think that’s important for what comes next. The steering committee at that time met every two weeks. There was a vendor on site, about thirty people, with their own plan, and that plan wasn’t always the same as our plan. The budget was being discussed. There’d been a change of chief information officer in the spring, and the new one had a different view of cloud than the old one had, so a number of decisions were open again. And the claims people, I should say, were in their high season, because of the storms. So that was the setting, and in that setting we had the move of the data centre, and I was the architect for the network side of it.",
    },
    {
      beat: "task",
      seconds: 7,
      words:
        "The cut-over plan was mine, on the network side. There were others for storage and for the applications.",
    },
    {
      beat: "mistake",
      seconds: 27,
      words:
        "And within that, I decided not to test the way back. There was a window for it on the Sunday before, and the vendor wanted the window, and the programme office was, let’s say, pressing. I gave it to them. So it was a trade-off, at that moment, given what we knew and given who was in the room. But the decision not to rehearse the roll-back was one that I took.",
    },
    {
      beat: "noticing",
      seconds: 29,
      words:
        "When we cut over, one of the three directories wouldn’t come up, I saw that on my screen at about twenty to five in the morning. I told the programme lead right away, she was in the same room, I said, we can’t go back because I didn’t test it. She took it to the claims people at half past six. They’d been trying to sign in since six, so half an hour before they heard from us.",
    },
    {
      beat: "result",
      seconds: 34,
      words:
        "There were around nine hundred people in claims who couldn’t work that morning, in storm season, so it wasn’t a small thing. It was solved at some point before noon, how much it came to, I never saw a figure, and one could discuss how to count it. What I’ve put in place is that a cut-over plan can’t be approved in the tool without the date of a rehearsed roll-back. It’s a required field, and it takes only a date in the past. I asked the change office to do that.",
    },
    {
      beat: "bridge",
      seconds: 6,
      words: "Your migration’s smaller, so it’d take less, but I would want that field there.",
    },
  ],
  reference: {
    ownership: {
      mark: 3,
      because:
        "The call is there, “the decision not to rehearse the roll-back was one that I took”, at the end of a minute and a half of pre-defence and of “given who was in the room”.",
    },
    noticing: {
      mark: 4,
      because:
        "Told the right person at once: “we can’t go back because I didn’t test it”. Those affected were already locked out: “They’d been trying to sign in since six”.",
    },
    consequence: {
      mark: 3,
      because:
        "What and to whom, “nine hundred people in claims who couldn’t work that morning”, but for how long and at what cost is left open: “one could discuss how to count it”.",
    },
    fix: {
      mark: 4,
      because:
        "The tool asks, not the person: “It’s a required field, and it takes only a date in the past.”",
    },
    calibration: {
      mark: -1,
      because:
        "Explains itself at length before anyone has asked, “I think that’s important for what comes next”, then does own it. The length belongs to the pace, not to any level; the leaning belongs here.",
    },
  },
  traps: [],
};
