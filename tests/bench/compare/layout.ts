import { DIMENSIONS, isBipolar, type Mark } from "@/lib/domain/scale";

/** The opening that is listed: as many candidates at every size of the organisation. */
export const LISTED_CANDIDATES = 5_000;
const LISTED_SEATS = 2;
/** The opening whose export holds a million ratings, in the largest organisation. */
export const EXPORTED_CANDIDATES = 50_000;
const SEATS = 4;
const CANDIDATES_PER_OPENING = 500;
/** Openings that are interviewed for at the same time: their rows lie between one another's, as in real life. */
const AT_THE_SAME_TIME = 10;
const INTERVIEWERS = 400;
/** Interviewers of one opening. */
const POOL = 24;
const BEGAN_MS = Date.UTC(2024, 0, 8, 8);
const BETWEEN_INTERVIEWS_MS = 180_000;
const HOUR_MS = 3_600_000;

export interface Opening {
  id: string;
  title: string;
  candidates: number;
  seats: number;
}

/** One interview of the seeded organisation; everything else about it follows from its number. */
export interface Interview {
  number: number;
  opening: Opening;
  openingNumber: number;
  scheduledAt: string;
}

/** An id that sorts in the order of making, as version 7 does: `kind` keeps the tables apart. */
export function seededId(kind: number, number: number): string {
  const hex = number.toString(16).padStart(12, "0");
  return `01930000-${kind.toString(16).padStart(4, "0")}-7000-8000-${hex}`;
}

export const KIND = {
  opening: 1,
  candidate: 2,
  application: 3,
  interview: 4,
  seat: 5,
  scorecard: 6,
  member: 7,
  note: 8,
};

/** Openings for so many scorecards: the listed one, the exported one when there is room, and ordinary ones. */
export function openingsFor(scorecards: number): Opening[] {
  const opening = (number: number, title: string, candidates: number, seats: number): Opening => ({
    id: seededId(KIND.opening, number),
    title,
    candidates,
    seats,
  });
  const openings = [opening(1, "Listed opening", LISTED_CANDIDATES, LISTED_SEATS)];
  let left = scorecards - LISTED_CANDIDATES * LISTED_SEATS;
  if (left > 2 * EXPORTED_CANDIDATES * SEATS) {
    openings.push(opening(2, "Exported opening", EXPORTED_CANDIDATES, SEATS));
    left -= EXPORTED_CANDIDATES * SEATS;
  }
  while (left > 0) {
    const candidates = Math.min(CANDIDATES_PER_OPENING, Math.ceil(left / SEATS));
    openings.push(opening(openings.length + 1, `Opening ${openings.length + 1}`, candidates, SEATS));
    left -= candidates * SEATS;
  }
  return openings;
}

/** Every interview in the order it was held: some openings side by side, then the next. */
export function* interviewsOf(openings: readonly Opening[]): Generator<Interview> {
  const waiting = openings.map((opening, index) => ({
    opening,
    openingNumber: index + 1,
    left: opening.candidates,
  }));
  const active = waiting.splice(0, AT_THE_SAME_TIME);
  for (let number = 1; active.length > 0; ) {
    for (let place = 0; place < active.length; place += 1) {
      const at = active[place];
      if (!at) continue;
      const scheduledAt = new Date(BEGAN_MS + number * BETWEEN_INTERVIEWS_MS).toISOString();
      yield { number, opening: at.opening, openingNumber: at.openingNumber, scheduledAt };
      number += 1;
      at.left -= 1;
      if (at.left === 0) active.splice(place, 1, ...waiting.splice(0, 1));
    }
  }
}

/** One seat of an interview: number, whose, when their scorecard came. */
export function* seatsOf({ number, opening, openingNumber, scheduledAt }: Interview) {
  const first = hash(number) % POOL;
  for (let seat = 0; seat < opening.seats; seat += 1) {
    const member = (openingNumber * 7 + ((first + seat * 5) % POOL)) % INTERVIEWERS;
    yield {
      number: number * SEATS + seat,
      memberNumber: member + 1,
      submittedAt: new Date(Date.parse(scheduledAt) + HOUR_MS + seat * 60_000).toISOString(),
    };
  }
}

/** A candidate's merit, an interviewer's severity and the moment make a mark; one in fifteen is not observed. */
export function marksOf(interview: number, member: number): (Mark | null)[] {
  const merit = (hash(interview * 31) % 100) / 25;
  const severity = (hash(member * 17) % 100) / 100 - 0.5;
  return DIMENSIONS.map((dimension, place) => {
    const chance = hash(interview * 1_009 + member * 13 + place);
    if (chance % 15 === 0) return null;
    const level = Math.round(1 + merit - severity + ((chance >>> 4) % 100) / 50 - 1);
    const within = Math.min(5, Math.max(1, level));
    return (isBipolar(dimension) ? within - 3 : within) as Mark;
  });
}

export const MEMBERS = INTERVIEWERS;

/** Spreads neighbouring numbers; unsigned 32 bits (Wang's integer hash). */
function hash(value: number): number {
  let h = value >>> 0;
  h = (h ^ 61 ^ (h >>> 16)) >>> 0;
  h = Math.imul(h, 9) >>> 0;
  h = (h ^ (h >>> 4)) >>> 0;
  h = Math.imul(h, 0x27d4eb2d) >>> 0;
  return (h ^ (h >>> 15)) >>> 0;
}
