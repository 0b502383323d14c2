import { type DemoCandidate, submitted } from "../types";

/** Dropped a table on production from the wrong terminal; paged the lead first, looked for backups second. */
export const MIRA_OKAFOR: DemoCandidate = {
  name: "Mira Okafor",
  email: "mira.okafor@mail.example",
  daysAgo: 6,
  story: {
    facts: {
      kind: "recoverable",
      shape: "one-decision",
      noticedBy: "self",
      toldBefore: "yes",
      voice: "i",
      fixKind: "tool",
      bridge: "yes",
      timeToNotice: { amount: 30, unit: "seconds" },
      timeToTell: { amount: 1, unit: "minutes" },
      cost: { amount: 4, unit: "minutes" },
    },
    pace: [13, 8, 27, 31, 22, 6],
    probes: [],
  },
  panel: {
    ada: submitted([5, 5, 4, 5, 0], "strong-yes", "high", {
      ownership: "Second sentence: “I ran it against production. Wrong tab, my hands.” No build-up.",
      noticing: "Half a minute; paged the on-call lead before opening the backups. “She had to know first.”",
      fix: "Shell asks you to type the host name for anything that deletes. Whole team has it now.",
      calibration: "Told it like a lab report. No flinch, no show.",
    }),
    ben: submitted([4, 5, 4, 4, 0], "yes", "high", {
      ownership:
        "“I had two terminals open and I chose the wrong one.” One line on the deadline before that.",
      noticing:
        "Row count came back wrong, saw it in ~30 s, rang the lead straight away. Nobody outside knew yet.",
      consequence: "4 min of writes gone, clinics app only. Says who: nine care coordinators.",
    }),
    chidi: submitted([4, 5, 4, 4, 0], "strong-yes", "medium", {
      noticing: "Told before searching. “If I look for the backup first I’m already hiding it.”",
      fix: "Typed host confirmation plus second pair of eyes on destructive commands; works at 3 am.",
      calibration: "Even voice all the way, a small smile at “my hands”. Stops when done.",
      consequence: "Four minutes of bookings, typed in again by nine coordinators.",
    }),
    greta: submitted([4, 4, 3, 4, 0], "yes", "medium", {
      ownership: "Clear “I”. Spent a sentence on why both prompts looked the same.",
      consequence: "Four minutes of writes, but what those writes were I had to guess.",
      fix: "The tool asks for the host’s name. Holds when she is tired; it would hold for me.",
    }),
    marek: submitted([4, 5, 4, 4, 0], "yes", "high", {
      noticing:
        "Order is right: saw it, lead on the phone within the minute, then status note, then restore.",
      fix: "Showed how the prompt looks now. Would bring the same guard here in week one.",
      calibration: "Asked whether it still bothers her: “No. It cost four minutes and it made the tool.”",
      ownership: "Owns the keystroke. One clause about the pager having gone twice that night.",
    }),
  },
};
