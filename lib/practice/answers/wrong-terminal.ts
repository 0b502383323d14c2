import type { PracticeAnswer } from "@/lib/domain/practice-answer";

export const wrongTerminal: PracticeAnswer = {
  key: "wrong-terminal",
  title: "The wrong terminal",
  role: "Software engineer",
  field: "Payments",
  work: "engineering",
  spoken: [
    {
      beat: "mistake",
      seconds: 7,
      words:
        "I dropped a table in production, about three years ago, because I typed into the wrong terminal.",
    },
    {
      beat: "situation",
      seconds: 15,
      words:
        "I was on the payments team at a mid-size online shop, cleaning up old test data on a Tuesday evening. I had two windows open, staging on the left, production on the right, same colours, same prompt.",
    },
    {
      beat: "task",
      seconds: 9,
      words:
        "The cleanup was my ticket, nobody had asked me to keep production open. I just had it there from the morning.",
    },
    {
      beat: "mistake",
      seconds: 10,
      words:
        "And I ran the drop on the right-hand one. I didn’t read the host name. That’s really all there is to say about the how.",
    },
    {
      beat: "noticing",
      seconds: 32,
      words:
        "I saw it maybe thirty seconds later, because the prompt came back faster than staging ever does. And I remember wanting to go and look for the backup first, so I could walk in with good news. I didn’t. I rang Dana, the on-call lead, before I touched anything else, and I said, I’ve just dropped the refunds table on production, it was me, it was half a minute ago. She put the writes on hold while I was still talking.",
    },
    {
      beat: "result",
      seconds: 35,
      words:
        "We had a snapshot from five minutes before, so we restored that and we lost four minutes of refund requests. Eleven people. Support had written to all eleven by the next morning, and no money had moved, that part was intact. The week after, I made the shell ask you to type the host name before anything destructive, and I moved the production prompt to red. It has stopped me twice since, once at two in the morning, and the two other backend teams run the same thing now.",
    },
    {
      beat: "bridge",
      seconds: 9,
      words:
        "So here, the first thing I’d ask on day one is what stands between a tired person and your production database.",
    },
  ],
  reference: {
    ownership: {
      mark: 5,
      because:
        "Opens with the call itself: “I dropped a table in production”, before any setting. No cushion later either: “I didn’t read the host name.”",
    },
    noticing: {
      mark: 5,
      because:
        "Seen “maybe thirty seconds later”, told to the right person at once: “I rang Dana, the on-call lead, before I touched anything else”. Customers heard from them, not the other way round.",
    },
    consequence: {
      mark: 5,
      because:
        "Exact, with who was hit and what was not: “we lost four minutes of refund requests. Eleven people.” and “no money had moved”.",
    },
    fix: {
      mark: 5,
      because:
        "A tool rather than a promise: “ask you to type the host name before anything destructive”. It is known to hold, “It has stopped me twice since”, and it was carried on: “the two other backend teams run the same thing now”.",
    },
    calibration: {
      mark: 0,
      because:
        "Steady and finished. “That’s really all there is to say about the how.” No excuse, and no second apology.",
    },
  },
  traps: [],
};
