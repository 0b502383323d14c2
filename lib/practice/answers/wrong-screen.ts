import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const wrongScreen: PracticeAnswer = {
  key: "wrong-screen",
  title: "The other customer’s screen",
  role: "Customer success manager",
  field: "Hospital software",
  work: "commercial",
  spoken: [
    {
      beat: "mistake",
      seconds: 5,
      words: "I showed one hospital another hospital’s data, on a shared screen.",
    },
    {
      beat: "situation",
      seconds: 10,
      words:
        "I looked after nine hospitals for a scheduling system. I was on a call with one of them, six people on the line.",
    },
    { beat: "task", seconds: 6, words: "I was hosting, so what was on that screen was up to me." },
    {
      beat: "mistake",
      seconds: 14,
      words:
        "I had the morning’s tabs still open, and I clicked the wrong one. There it was, another clinic’s rota, with staff names. I’m so sorry, even telling you now I go a bit hot.",
    },
    {
      beat: "noticing",
      seconds: 35,
      words:
        "I saw it as it opened, and I closed it, that was about three seconds. And I said it aloud on the call, right there. I said, that was another customer’s page, I shouldn’t have shown it, please disregard it, I’ll report it. Then I ended the sharing, and I wrote to our security lead inside the hour, with the time to the second and who was on the call. And security and I rang the other hospital that same day, before anybody else could.",
    },
    {
      beat: "result",
      seconds: 34,
      words:
        "It was three seconds, one page of a rota, fourteen staff names, seen by six people at another hospital. I was mortified. I’m sorry, I keep saying that. Their data officer thanked us, which I hadn’t expected. I’ve had a separate browser profile for calls ever since. It starts empty, one tab, and it can’t sign in to any customer but the one on the call, so it doesn’t matter how tired I am. I wrote it down and it’s in our onboarding now.",
    },
    {
      beat: "bridge",
      seconds: 7,
      words: "I’d work the same way with your clients. And again, I know how bad it sounds.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "First sentence, in the first person, no run-up: “I showed one hospital another hospital’s data”.",
    },
    noticing: {
      mark: 5,
      because:
        "Seen “as it opened”, said at once to those present, “I said it aloud on the call, right there”, then “our security lead inside the hour”. The hospital concerned heard it from them first.",
    },
    consequence: {
      mark: 4,
      because:
        "Sized and placed: “three seconds, one page of a rota, fourteen staff names, seen by six people”. What was not exposed is not said.",
    },
    fix: {
      mark: 4,
      because:
        "A profile that “can’t sign in to any customer but the one on the call”, tired or not, and written down for others. What would make it a 5 is not told: that it has held.",
    },
    calibration: {
      mark: 1,
      because:
        "The story arrives, but the apology keeps coming back unasked: “I’m so sorry, even telling you now”, “I’m sorry, I keep saying that”, and once more after the bridge.",
    },
  },
  traps: [],
};
