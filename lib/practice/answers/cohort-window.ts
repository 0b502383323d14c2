import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const cohortWindow: PracticeAnswer = {
  key: "cohort-window",
  title: "The wrong cohort",
  role: "Data analyst",
  field: "Subscriptions",
  work: "engineering",
  spoken: [
    {
      beat: "situation",
      seconds: 14,
      words:
        "So I was the analyst for a meal-kit subscription, and every quarter I made the churn figure for the board pack. It was a new quarter and the pack was due on a Wednesday.",
    },
    { beat: "task", seconds: 5, words: "The number was mine. I wrote the query, I signed it off." },
    {
      beat: "mistake",
      seconds: 21,
      words:
        "What I did was, I used the sign-up month as the cohort window and not the first-delivery month. I chose it because the query ran faster that way, and I told myself it was about the same. It isn’t. People who sign up and never get a box aren’t churned, they never started.",
    },
    {
      beat: "noticing",
      seconds: 39,
      words:
        "I noticed the next morning, in the shower, of all places, and I checked it before I had breakfast, and the board had met the evening before. It took me ten minutes from knowing to telling. I called our chief of staff on her mobile, because I knew the minutes were going out at noon, and I said, the churn figure on page four is wrong, it’s my query, and here is the right one, please don’t let the minutes go. She stopped them. Then I wrote to the finance director so he wouldn’t find out from the correction.",
    },
    {
      beat: "result",
      seconds: 32,
      words:
        "It was restated in a note to the board. It made us look a bit worse than we’d said, and I think that one or two people were annoyed, I don’t know how much it mattered in the end. But after that I built a check that runs before any figure leaves my folder. It compares it with the two quarters before and if it’s further off than they are from each other, it won’t export until I’ve typed in why.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words: "You have monthly reporting here, so I’d want that check in place before my first month end.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "The call is named as their own, “I used the sign-up month as the cohort window”, after a few sentences of setting. The motive is admitted, not used as cover.",
    },
    noticing: {
      mark: 5,
      because:
        "“It took me ten minutes from knowing to telling”, to the person who could stop it, and before the minutes reached anyone: “She stopped them.” The finance director was told “so he wouldn’t find out from the correction”.",
    },
    consequence: {
      mark: 2,
      because:
        "Some harm is hinted at and then let go: “a bit worse than we’d said” and “I don’t know how much it mattered in the end”. No figure, from an analyst.",
    },
    fix: {
      mark: 4,
      because:
        "A check that does its work alone: “it won’t export until I’ve typed in why”. Not said whether it has held since.",
    },
    calibration: {
      mark: 0,
      because: "Light but not evasive: “in the shower, of all places”, then straight to what was done.",
    },
  },
  traps: [],
};
