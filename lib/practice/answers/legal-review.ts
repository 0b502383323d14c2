import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const legalReview: PracticeAnswer = {
  key: "legal-review",
  title: "The photo feature",
  role: "Product manager",
  field: "Fitness apps",
  work: "product",
  spoken: [
    {
      beat: "situation",
      seconds: 22,
      words:
        "So we had a running app, and the big wish from users was to see each other’s photos on the routes. There was a lot of pressure from above to have something for the spring campaign, and we were short one designer, and the legal team had a queue of, I want to say, three weeks.",
    },
    {
      beat: "task",
      seconds: 6,
      words: "I was the product manager for community, so the launch list was with me.",
    },
    {
      beat: "mistake",
      seconds: 16,
      words:
        "And I left the legal review off the list. In fairness everyone looked at that list, I mean engineering and marketing, and nobody said anything either. But I was the one who kept it, so I took it off, yes.",
    },
    {
      beat: "noticing",
      seconds: 21,
      words:
        "It was legal who found it, they saw it in the app, within the week. They wrote to me and I passed it on to the team, and we pulled the feature the same afternoon. I’m fairly sure that I told my boss that day or the next, he’d have been in the loop.",
    },
    {
      beat: "result",
      seconds: 33,
      words:
        "So there was about a week where people could post pictures and nobody was moderating them. Some users reported things, and a mother wrote to us about a photo with her kid in it, which wasn’t nice. It was back a month later with moderation. What we’ve done since is that legal review sits in the spec template, as a required step, and the ticket can’t go to development until someone from legal has ticked it. It’s the same for every team there.",
    },
    { beat: "bridge", seconds: 5, words: "I’d bring that with me, if you don’t have it already." },
  ],
  reference: {
    ownership: {
      mark: 3,
      because:
        "Owned at the end of a long cushion: first “a lot of pressure from above” and “nobody said anything either”, then “I was the one who kept it, so I took it off, yes”.",
    },
    noticing: {
      mark: 3,
      because:
        "Was told, and passed it on, without a clear who or when: “I passed it on to the team” and “I’m fairly sure that I told my boss that day or the next”.",
    },
    consequence: {
      mark: 3,
      because:
        "What and whom, “a mother wrote to us about a photo with her kid in it”, but not how many or how far: “Some users reported things”.",
    },
    fix: {
      mark: 4,
      because:
        "“the ticket can’t go to development until someone from legal has ticked it” works by itself and for all teams there. Nothing is said of whether it has held.",
    },
    calibration: {
      mark: -1,
      because:
        "Leans away by habit, “In fairness everyone looked at that list”, then takes it. No temper in it.",
    },
  },
  traps: [],
};
