import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const skippedTest: PracticeAnswer = {
  key: "skipped-test",
  title: "The test I ticked",
  role: "Quality tester",
  field: "Smart home",
  work: "engineering",
  spoken: [
    {
      beat: "situation",
      seconds: 14,
      words:
        "I tested thermostats, the app and the device together. There were a lot of builds at that time, sometimes two in a day, and the list of checks just kept growing, nobody ever took one off.",
    },
    { beat: "task", seconds: 6, words: "Each of us had a part of the list, mine was the heating schedules." },
    {
      beat: "mistake",
      seconds: 24,
      words:
        "And I ticked one that I hadn’t run. It was the change to summer time. I mean, who does that one every time? It takes an hour to set up. I’m not proud of it, but I think if you asked around, everyone had one of those. I ticked it and I thought I’d do it tomorrow, so, yeah, that was me.",
    },
    {
      beat: "noticing",
      seconds: 20,
      words:
        "A colleague saw that my tick had come eleven seconds after the one before it. She asked me about it, joking sort of, and I said, no, I hadn’t run that. And I think that it was mentioned to the lead, I mentioned it, or she did, around that week.",
    },
    {
      beat: "result",
      seconds: 26,
      words:
        "I don’t know that it led to anything. There was some trouble with schedules that spring, some people had cold bathrooms, but it could have been a lot of things. The build was already out anyway. I sort of moved to another product in the summer, so I didn’t follow that up. I’d just say, you do become more honest with yourself as you go along.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words: "And these days I think most of that would be automated anyhow, so it wouldn’t come up.",
    },
  ],
  reference: {
    ownership: {
      mark: 3,
      because:
        "Owned at the end of a row of excuses: “who does that one every time?” and “everyone had one of those”, then “I ticked it”.",
    },
    noticing: {
      mark: 3,
      because:
        "Asked by a colleague and admitted, then passed on by somebody, some time: “I mentioned it, or she did, around that week”.",
    },
    consequence: {
      mark: 2,
      because:
        "Harm hinted at, “some people had cold bathrooms”, then loosened: “it could have been a lot of things”.",
    },
    fix: { mark: 1, because: "Nothing changed: “you do become more honest with yourself as you go along”." },
    calibration: {
      mark: -1,
      because: "Shrugs around it, “sort of”, “anyhow”, but says “I hadn’t run that” when asked.",
    },
  },
  traps: [
    {
      trap: "no-consequence-no-fix",
      because: "No cost owned, “I don’t know that it led to anything”, and no change; it just stops.",
    },
  ],
};
