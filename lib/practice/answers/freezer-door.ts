import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const freezerDoor: PracticeAnswer = {
  key: "freezer-door",
  title: "The freezer door",
  role: "Laboratory technician",
  field: "Vaccine research",
  work: "care",
  spoken: [
    {
      beat: "mistake",
      seconds: 7,
      words: "I left a freezer door open overnight. A minus eighty, with other people’s samples in it.",
    },
    {
      beat: "situation",
      seconds: 6,
      words: "I was the technician for four research groups at an institute for vaccines.",
    },
    {
      beat: "task",
      seconds: 8,
      words: "I was the last one out, and the last one out checks the doors. That was me.",
    },
    {
      beat: "mistake",
      seconds: 10,
      words:
        "I’d pushed it, I hadn’t latched it. I was carrying two racks and I used my hip. I’m really sorry about that, even now.",
    },
    {
      beat: "noticing",
      seconds: 41,
      words:
        "At ten to seven the next morning I walked in and saw the display at minus forty-one. I shut it and I wrote down the time and the temperature, and I phoned the head of the facility straight away, so that’s before seven, and after that I wrote to all four groups, before any of them had come in. I told them which shelves and how warm. I said it was me who’d closed up. I felt terrible. I said I was sorry to every one of them on the phone, and then again in person, I think I may have overdone it.",
    },
    {
      beat: "result",
      seconds: 47,
      words:
        "Six of two hundred and ten boxes had been above the limit, on the top shelf, all of them from Dr Haas’s group. That was about five weeks of her student’s work. The other two hundred and four were tested and they were sound. I bought her student lunch for a week, she asked me to stop. The alarm used to go to a phone in the porter’s lodge, and that’s what I changed, it goes to a rota of three people’s own phones now, and it starts if the latch is open for two minutes, whether anyone’s warm or cold. It works at three in the morning, that’s the point. Sorry, I go on about it.",
    },
    {
      beat: "bridge",
      seconds: 6,
      words: "You’ve got eleven of those freezers. I’d like to see where the alarms ring.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "“I left a freezer door open overnight” is the first sentence, and whose duty it was follows at once: “I was the last one out”.",
    },
    noticing: {
      mark: 5,
      because:
        "Saw it, measured it, told the head “before seven”, and those affected “before any of them had come in”, with what they needed: “which shelves and how warm”.",
    },
    consequence: {
      mark: 5,
      because:
        "Exact in both directions: “Six of two hundred and ten boxes”, whose they were, “about five weeks of her student’s work”, and “The other two hundred and four were tested and they were sound”.",
    },
    fix: {
      mark: 4,
      because:
        "An alarm with a latch switch on three phones: “It works at three in the morning, that’s the point.” Not said whether it has rung since, or rings elsewhere.",
    },
    calibration: {
      mark: 1,
      because:
        "Everything is in its place, and the sorrow keeps tapping on the window: “I’m really sorry about that, even now”, “I think I may have overdone it”, “Sorry, I go on about it.”",
    },
  },
  traps: [],
};
