import { type DemoCandidate, submitted } from "../types";

/** Upgraded a date library unread: day and month swapped for the Portuguese clinics. Panel heard two different men. */
export const TOMAS_VIDAL: DemoCandidate = {
  name: "Tomás Vidal",
  email: "tomas.vidal@mail.example",
  daysAgo: 2,
  story: {
    facts: {
      kind: "customer-or-revenue",
      shape: "one-decision",
      noticedBy: "customer",
      toldBefore: "no",
      voice: "passive",
      fixKind: "rule",
      bridge: "no",
      timeToNotice: { amount: 2, unit: "days" },
    },
    pace: [24, 6, 33, 21, 41, 0],
    probes: ["consequence", "calibration"],
  },
  panel: {
    ada: submitted([2, 3, 3, 3, -1], "no", "medium", {
      ownership: "“The upgrade went in”, “the tests were green”. I waited for an I.",
      calibration: "“Ninety pages of changelog, nobody reads that.” When asked: “yes, I should have.”",
      noticing: "Support ticket on day two, handed to his lead. At what hour, or how, he could not say.",
      fix: "Reads the changelog of anything with a date in it. “I try to, anyway.”",
    }),
    ben: submitted([3, 3, 2, 3, 1], "no-decision", "low", {
      ownership: "Says “I merged it” after the detour about green tests.",
      calibration: "“I felt sick for weeks.” Came back to it twice after we had moved on.",
      consequence: "“Some clinics in Portugal had wrong days.” Not which, not how many.",
      fix: "“Two people look at upgrades now”: an agreement, nothing that enforces it.",
    }),
    chidi: submitted([2, 3, 3, 3, -2], "strong-no", "medium", {
      calibration:
        "Library’s fault, reviewer’s fault, CI’s fault. I asked again; it became the release manager’s fault.",
      noticing: "Clinic rang support on day two; he got the ticket and passed it up, to whom he did not say.",
      ownership: "“It got merged.” I asked who merges there. “The bot, technically.”",
    }),
    greta: submitted([2, 2, 3, 2, -1], "no", "high", {
      noticing: "A clinic found it. Two days. He speaks of “when the ticket came in”.",
      fix: "Pinned that one library. The next upgrade goes through the same door.",
      ownership: "“Upgrades are quarterly.” The merge has no author in his account.",
      consequence: "Portuguese clinics, day and month swapped. That is what and whom; the rest is air.",
      calibration: "The length of the changelog came up twice. At my third question he let go of it.",
    }),
    farid: submitted([4, 4, 3, 3, 1], "yes", "low", {
      ownership: "“I merged it without reading.” Good enough for me.",
      noticing: "As soon as the ticket came he told his lead and wrote the clinics himself that afternoon.",
      calibration: "More weight on his shoulders than the thing deserves; hands, voice.",
      consequence: "Visits in Portugal a month off in the calendar; he never learned the count.",
    }),
  },
};
