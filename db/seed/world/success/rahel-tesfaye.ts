import { type DemoCandidate, submitted } from "../types";

/** Another customer's patient list on a shared screen for three seconds; security knew within the hour. */
export const RAHEL_TESFAYE: DemoCandidate = {
  name: "Rahel Tesfaye",
  email: "rahel.tesfaye@mail.example",
  daysAgo: 10,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "one-decision",
      noticedBy: "self",
      toldBefore: "yes",
      voice: "i",
      fixKind: "tool",
      bridge: "yes",
      timeToNotice: { amount: 3, unit: "seconds" },
      timeToTell: { amount: 40, unit: "minutes" },
      cost: { amount: 1, unit: "customers" },
    },
    pace: [11, 7, 22, 36, 25, 6],
    probes: [],
  },
  panel: {
    dana: submitted([5, 5, 5, 4, 0], "strong-yes", "high", {
      ownership: "“I shared my whole screen. I chose ‘entire screen’ because it’s quicker.”",
      noticing: "Stopped sharing, said so aloud on the call, security within the hour, other clinic by noon.",
      consequence: "About three seconds, one list, eleven names, two viewers. No recording running.",
    }),
    iris: submitted([5, 5, 5, 4, 1], "yes", "high", {
      ownership: "No “we”, no “the tool”. Her finger on the wrong button.",
      noticing:
        "Three seconds, then told the people in the call what they had just seen before anything else.",
      consequence: "Eleven names visible, two people saw, nothing stored; she had asked both.",
      calibration: "One apology too many for the clinic that wasn’t hers. Otherwise composed.",
    }),
    hugo: submitted([5, 5, 4, 4, 0], "strong-yes", "high", {
      ownership: "She begins with the button she pressed.",
      noticing:
        "Forty minutes to security with time stamps. The affected clinic heard it from her, not from them.",
    }),
    greta: submitted([4, 5, 4, 4, 0], "yes", "high", {
      noticing: "Exemplary order. Said it in the call, then security, then the clinic, all inside a morning.",
      fix: "Separate browser profile for demos with nothing in it. Sound.",
    }),
    farid: submitted([5, 5, 5, 5, 0], "strong-yes", "high", {
      ownership: "Takes it before I had finished asking.",
      noticing: "Immediately, to everyone who needed to know, in the right order.",
      consequence: "Seconds, names, viewers: she had counted them all.",
      fix: "Clean demo profile, written rule, twelve colleagues trained; checked each quarter.",
    }),
  },
};
