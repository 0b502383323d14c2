import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const thermostatTweet: PracticeAnswer = {
  key: "thermostat-tweet",
  title: "The jumpers",
  role: "Social media manager",
  field: "Energy supplier",
  work: "commercial",
  spoken: [
    {
      beat: "situation",
      seconds: 15,
      words:
        "Ha, okay. So I ran the accounts for an energy supplier, and it was the week the prices went up, everyone was in a mood, customers, bosses, me. You do need a bit of humour to survive that.",
    },
    {
      beat: "task",
      seconds: 7,
      words: "I wrote the posts and I had the password, so, my finger on the trigger, as they say.",
    },
    {
      beat: "mistake",
      seconds: 20,
      words:
        "I posted a joke about jumpers. Put on a jumper, save a tenner, something like that, with a wink. And in my defence, it had done really well the year before. It had done brilliantly. But it was me, I wrote it and I put it out, without showing it to anyone.",
    },
    {
      beat: "noticing",
      seconds: 21,
      words:
        "I saw the first answers after four minutes and I thought, oh dear. I rang our head of press and told her before I deleted it, so she could decide, and she was ahead of the papers by a good hour. She wasn’t laughing. The customers had it before us, though, that’s how it is with posts.",
    },
    {
      beat: "result",
      seconds: 26,
      words:
        "It’d been seen by about forty thousand people, we got eleven hundred complaints in a day, and one very nice cartoon in the local paper, which I’ve got framed, actually. We said sorry properly. Nobody’s bill changed and nobody left over it, they checked. Since then there’s a second person, they get it on their phone, and it can’t go live until they’ve tapped it. They’re allowed to say not funny.",
    },
    {
      beat: "bridge",
      seconds: 6,
      words: "You’re in insurance, so I’d assume you’d want that second person to be quite grim.",
    },
  ],
  reference: {
    ownership: {
      mark: 4,
      because:
        "“it was me, I wrote it and I put it out, without showing it to anyone”: one act, first person, after some setting. The year before is mentioned and let go.",
    },
    noticing: {
      mark: 4,
      because:
        "Told the right person before touching it, “I rang our head of press and told her before I deleted it”, within minutes. Those it hit had it first: “The customers had it before us, though”.",
    },
    consequence: {
      mark: 5,
      because:
        "Exact, and with what was not lost: “eleven hundred complaints in a day”, “Nobody’s bill changed and nobody left over it, they checked”.",
    },
    fix: {
      mark: 4,
      because:
        "A second tap that the tool demands: “it can’t go live until they’ve tapped it”. Whether it has stopped one is not said.",
    },
    calibration: {
      mark: -1,
      because:
        "Jokes around it, “which I’ve got framed, actually”, and a defence, “it had done really well the year before”; then owns it each time.",
    },
  },
  traps: [],
};
