import { describe, expect, test } from "vitest";
import { BEATS, readTimer } from "@/lib/domain/beats";
import { applyChange } from "@/lib/domain/changes";
import { OBSERVED_DIMENSIONS_NEEDED, qualityOf } from "@/lib/domain/composite";
import { DEFAULT_FOLD } from "@/lib/domain/rubric";
import { DIMENSIONS, LEVEL_DIMENSIONS, marksOf } from "@/lib/domain/scale";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { STORY_CHOICE_KEYS, STORY_MEASURE_KEYS } from "@/lib/domain/story-facts";
import { missingForSubmission } from "@/lib/domain/submission";
import { TRAPS } from "@/lib/domain/traps";
import { deedsOf } from "./deeds";
import { CAST, CAST_KEYS, type InterviewerKey } from "./world/cast";
import { OPENINGS } from "./world/index";
import type { DemoCandidate, DemoSeat } from "./world/types";

const START = Date.UTC(2026, 2, 2, 10);
const CANDIDATES = OPENINGS.flatMap((opening) => opening.candidates);
type Submitted = Extract<DemoSeat, { state: "submitted" }>;

const SEATS = CANDIDATES.flatMap((candidate) =>
  (Object.entries(candidate.panel) as [InterviewerKey, DemoSeat][]).map(([interviewer, seat]) => ({
    candidate,
    interviewer,
    seat,
    what: `${interviewer} on ${candidate.name}`,
  })),
);
const CARDS = SEATS.flatMap(({ seat, ...rest }) =>
  seat.state === "submitted" ? [{ ...rest, card: seat }] : [],
);
const NOTES = SEATS.flatMap(({ seat }) => (seat.state === "untouched" ? [] : Object.values(seat.notes)));

const contents = new Map(
  CARDS.map((one) => [
    one,
    deedsOf(one.card, one.candidate.story, START, one.candidate.name, one.interviewer)
      .map(({ change }) => change)
      .reduce(applyChange, EMPTY_SCORECARD),
  ]),
);
const contentOf = (one: (typeof CARDS)[number]) => contents.get(one) ?? EMPTY_SCORECARD;

describe("the demo's cast", () => {
  test("has fourteen people with first names of their own, in every role", () => {
    expect(CAST_KEYS).toHaveLength(14);
    const firstNames = CAST_KEYS.map((key) => CAST[key].name.split(" ")[0]?.toLowerCase());
    expect(firstNames).toEqual(CAST_KEYS);
    const roles: string[] = CAST_KEYS.flatMap((key) => CAST[key].roles);
    const holding = (role: string) => roles.filter((held) => held === role).length;
    expect([holding("recruiter"), holding("lead"), holding("admin")]).toEqual([2, 2, 1]);
  });

  test("has exactly one interviewer who also recruits", () => {
    const both = CAST_KEYS.filter((key) => {
      const roles: readonly string[] = CAST[key].roles;
      return roles.includes("interviewer") && roles.includes("recruiter");
    });
    expect(both).toEqual(["iris"]);
  });
});

describe("the demo's openings", () => {
  test("are four, with twenty-four candidates, panels of three to five and 110 submitted scorecards", () => {
    expect(OPENINGS).toHaveLength(4);
    expect(CANDIDATES).toHaveLength(24);
    const sizes = CANDIDATES.map(({ panel }) => Object.keys(panel).length);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([3, 5]);
    expect(CARDS.length).toBeGreaterThanOrEqual(110);
    expect(SEATS.some(({ seat }) => seat.state === "draft")).toBe(true);
    expect(SEATS.some(({ seat }) => seat.state === "untouched")).toBe(true);
  });

  test("give every interviewer an interview today", () => {
    const today = new Set(OPENINGS.flatMap((opening) => opening.today.panel));
    const interviewers = CAST_KEYS.filter((key) =>
      (CAST[key].roles as readonly string[]).includes("interviewer"),
    );
    expect([...today].sort()).toEqual(interviewers.sort());
  });

  test("have one interview that is still to come, for the opening everybody looks at first", () => {
    expect(OPENINGS.filter(({ later }) => later).map(({ title }) => title)).toEqual(["Backend engineer"]);
  });

  test("hold two calibration splits, and no third", () => {
    const split = CANDIDATES.filter((candidate) => {
      const positions = cardsOf(candidate).map(({ marks }) => marks[4] ?? 0);
      return positions.some((position) => position < 0) && positions.some((position) => position > 0);
    });
    expect(split.map(({ name }) => name)).toEqual(["Tomás Vidal", "Mei-Ling Chou"]);
  });

  test("hold dimensions that were not observed, and one scorecard with too few for a composite", () => {
    const unobserved = CARDS.map(({ card }) => card.marks.filter((mark) => mark === null).length);
    expect(unobserved.filter((n) => n > 0).length).toBeGreaterThan(4);
    expect(unobserved.filter((n) => n > DIMENSIONS.length - OBSERVED_DIMENSIONS_NEEDED)).toHaveLength(1);
  });

  test("hold every trap, every level and every position", () => {
    for (const trap of TRAPS)
      expect(CARDS.filter(({ card }) => trap in card.traps).length).toBeGreaterThan(1);
    for (const [n, dimension] of DIMENSIONS.entries()) {
      const given = CARDS.map(({ card }) => card.marks[n] ?? null).filter((mark) => mark !== null);
      expect(new Set(given).size, dimension).toBe(marksOf(dimension).length);
    }
  });
});

describe("the demo's scorecards", () => {
  test.each(CARDS)("$what may be submitted, with two notes or more", (one) => {
    const content = contentOf(one);
    expect(missingForSubmission(content)).toEqual([]);
    expect(content.evidence.length).toBeGreaterThanOrEqual(2);
    expect(content.ratings).toEqual(
      Object.fromEntries(
        DIMENSIONS.map((dimension, n) => {
          const mark = one.card.marks[n];
          return [dimension, mark === null ? { state: "not-observed" } : { state: "observed", mark }];
        }),
      ),
    );
  });

  test("hold no fact that speaks against a level beside it", () => {
    for (const one of CARDS) {
      const { facts } = contentOf(one);
      const [ownership, noticing, consequence, fix] = one.card.marks;
      if (facts.cost) expect(consequence, one.what).toBeGreaterThanOrEqual(4);
      if (facts.timeToTell) expect(noticing, one.what).toBeGreaterThanOrEqual(3);
      if (facts.fixKind) expect(facts.fixKind === "none", one.what).toBe((fix ?? 0) < 3);
      if (facts.voice && (ownership ?? 0) >= 4) expect(facts.voice, one.what).toBe("i");
    }
    for (const fact of [...STORY_CHOICE_KEYS, ...STORY_MEASURE_KEYS]) {
      const noted = CARDS.filter((one) => contentOf(one).facts[fact] !== undefined).length;
      expect(noted, fact).toBeGreaterThan(10);
    }
  });

  test("no two notes are alike, and none begins as three others do", () => {
    expect(new Set(NOTES.map((note) => note.toLowerCase())).size).toBe(NOTES.length);
    const openings = new Map<string, number>();
    for (const note of NOTES) {
      const start = note.split(" ").slice(0, 3).join(" ").toLowerCase();
      openings.set(start, (openings.get(start) ?? 0) + 1);
    }
    expect([...openings].filter(([, times]) => times > 2)).toEqual([]);
  });

  test("their timers read as answers people give, each interviewer with their own taps", () => {
    for (const one of CARDS) {
      const { timer } = contentOf(one);
      if (timer.length === 0) continue;
      const reading = readTimer(timer, START + 3_600_000);
      const told = one.candidate.story.pace.reduce((sum, seconds) => sum + seconds, 0);
      expect(reading.state).toBe("ended");
      expect(reading.answerMs).toBe(told * 1000);
      for (const [n, beat] of BEATS.entries()) {
        expect(
          Math.abs(reading.beatMs[beat] / 1000 - (one.candidate.story.pace[n] ?? 0)),
        ).toBeLessThanOrEqual(4);
      }
    }
    expect(CARDS.filter((one) => contentOf(one).timer.length > 0).length).toBeGreaterThan(CARDS.length / 2);
  });

  test("Greta is about .7 harder and Farid about .7 softer than the panels they sit on; the others are near them", () => {
    const severity = (who: InterviewerKey) => {
      const gaps = CARDS.filter(({ interviewer }) => interviewer === who).flatMap(({ candidate, card }) => {
        const others = cardsOf(candidate).filter((other) => other !== card);
        return LEVEL_DIMENSIONS.flatMap((_, n) => {
          const mark = card.marks[n];
          return mark == null ? [] : [meanOf(others.map(({ marks }) => marks[n])) - mark];
        });
      });
      return meanOf(gaps);
    };
    expect(severity("greta")).toBeGreaterThan(0.6);
    expect(severity("greta")).toBeLessThan(0.85);
    expect(severity("farid")).toBeLessThan(-0.6);
    expect(severity("farid")).toBeGreaterThan(-0.85);
    for (const key of CAST_KEYS) {
      if (!CARDS.some(({ interviewer }) => interviewer === key)) continue;
      if (key !== "greta" && key !== "farid")
        expect(Math.abs(severity(key as InterviewerKey))).toBeLessThan(0.45);
    }
  });

  test("calmer candidates come out ahead of those who deflect or spiral", () => {
    const quality = (name: string) =>
      meanOf(
        CARDS.filter(({ candidate }) => candidate.name === name).map(({ card }) =>
          qualityOf("calibration", card.marks[4] ?? 0, DEFAULT_FOLD),
        ),
      );
    expect(quality("Mira Okafor")).toBeGreaterThan(quality("Oksana Hrytsenko"));
    expect(quality("Oksana Hrytsenko")).toBeGreaterThan(quality("Marcus Bell"));
  });
});

function cardsOf(candidate: DemoCandidate): Submitted[] {
  return Object.values(candidate.panel).filter((seat) => seat.state === "submitted");
}

function meanOf(values: readonly (number | null | undefined)[]): number {
  const known = values.filter((value) => value != null);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
