import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const committedKey: PracticeAnswer = {
  key: "committed-key",
  title: "The key in the repository",
  role: "Front-end engineer",
  field: "Travel booking",
  work: "engineering",
  spoken: [
    {
      beat: "mistake",
      seconds: 6,
      words: "I committed a write key for our image store to a public repository.",
    },
    {
      beat: "situation",
      seconds: 10,
      words:
        "We were a small travel site, and the booking widget was open source, so every push was out in the world within a second.",
    },
    { beat: "task", seconds: 3, words: "It was my branch and my commit." },
    {
      beat: "mistake",
      seconds: 11,
      words:
        "I’d put the key straight into the config to test one thing, and I meant to take it out, and I pushed at six and went home.",
    },
    {
      beat: "noticing",
      seconds: 33,
      words:
        "I found it at nine the next morning, in my own review, going down the diff. I rotated it first, because each minute counted, that took me fifteen minutes, and while the script was running I wrote to our security person with the commit and the time. So, she knew after about ten. But the key had been out all night, and I could have had that same look at six in the evening, and then it would have been minutes and not fifteen hours.",
    },
    {
      beat: "result",
      seconds: 39,
      words:
        "We went through the access log for that whole night, all fifteen hours. There wasn’t a single call with that key that wasn’t ours. So no image was touched, no customer was affected, it cost three people a morning. After that I put in a scan that runs before each commit and stops on anything that looks like a key. It has caught two of mine and one of the lead’s, and it’s in the template, so every new repository gets it without anybody thinking about it. And there’s one written page on what to do in the first fifteen minutes.",
    },
    {
      beat: "bridge",
      seconds: 9,
      words:
        "I had a look, your public repositories don’t scan yet. I’d be happy for that to be my first pull request.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "Opens with it: “I committed a write key for our image store to a public repository.” And later “It was my branch and my commit.”",
    },
    noticing: {
      mark: 4,
      because:
        "Right person, minutes after seeing it: “while the script was running I wrote to our security person”. The look itself came late, and the speaker says so: “I could have had that same look at six in the evening”.",
    },
    consequence: {
      mark: 5,
      because:
        "Counted and checked: “it cost three people a morning”, and what was not lost: “no image was touched, no customer was affected”.",
    },
    fix: {
      mark: 5,
      because:
        "Works without thinking, “every new repository gets it without anybody thinking about it”, and is known to hold: “It has caught two of mine and one of the lead’s”.",
    },
    calibration: {
      mark: 0,
      because:
        "Says the worst plainly, “the key had been out all night”, and neither shrinks nor dwells on it.",
    },
  },
  traps: [],
};
