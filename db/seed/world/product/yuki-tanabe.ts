import { type DemoCandidate, submitted } from "../types";

/** Shipped public reviews without legal; legal found them within the week; pulled the same afternoon. */
export const YUKI_TANABE: DemoCandidate = {
  name: "Yuki Tanabe",
  email: "yuki.tanabe@mail.example",
  daysAgo: 20,
  story: {
    facts: {
      kind: "judgement",
      shape: "one-decision",
      noticedBy: "teammate",
      toldBefore: "no",
      voice: "i",
      fixKind: "check",
      bridge: "no",
      timeToNotice: { amount: 6, unit: "days" },
      timeToTell: { amount: 2, unit: "hours" },
    },
    pace: [16, 8, 30, 25, 29, 0],
    probes: ["noticing"],
  },
  panel: {
    ben: submitted([4, 3, 3, 4, 0], "yes", "medium", {
      ownership: "“I decided reviews were just text and skipped legal.” A bit of launch pressure first.",
      noticing: "Legal wrote on day six. Took it down that afternoon; told “people”, I did not get whom.",
    }),
    dana: submitted([4, 2, null, 4, 0], "yes", "medium", {
      noticing: "Found by legal, a week in. Fast after that, but until then it was simply not on the radar.",
      fix: "Spec template has a legal line; a spec with it empty cannot be scheduled.",
    }),
    hugo: submitted([4, 4, 3, 4, 0], "yes", "high", {
      noticing:
        "One mail from legal, off by four o’clock, then a note to the two clinics with reviews showing.",
      consequence:
        "Public reviews unmoderated for about a week, patients’ first names in some. How many, unsaid.",
    }),
    marek: submitted([3, 2, 3, null, 0], "no", "medium", {
      ownership: "Owns the skip, then lends half of it to “how we did launches then”.",
      noticing: "Legal rang him. Asked whether he had a doubt before: “I did, on day two.” Sat on it.",
    }),
    elif: submitted([4, 3, 3, 4, 0], "yes", "medium", {
      fix: "The empty line in the template has caught two others since. Simple, works without him.",
      calibration: "Settled. Said the awkward bit about the patients’ names without squirming.",
    }),
  },
};
