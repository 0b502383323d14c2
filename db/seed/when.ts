import { fraction } from "./ids";

const HOUR_MS = 3_600_000;
const HALF_HOUR_MS = HOUR_MS / 2;
export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * HOUR_MS;

const FIRST_INTERVIEW_HOUR_UTC = 9;
const INTERVIEW_HOURS = 6;

/** Hours from the moment of seeding to each of today's interviews: one is going on, the others come. */
const TODAY_OFFSETS_HOURS = [0, 1, 2, 3.5];

/** When a past interview was held: in working hours, on the last weekday at least `daysAgo` days before. */
export function heldAt(today: Date, daysAgo: number, candidate: string): Date {
  const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()));
  day.setUTCDate(day.getUTCDate() - daysAgo);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() - 1);
  const slot = Math.floor(fraction("slot", candidate) * INTERVIEW_HOURS * 2);
  return new Date(day.getTime() + FIRST_INTERVIEW_HOUR_UTC * HOUR_MS + slot * HALF_HOUR_MS);
}

/**
 * When today's nth interview is held. Counted from the moment of seeding rather than from midnight, so that
 * whoever starts the demo finds them near, in any time zone.
 */
export function heldToday(today: Date, n: number): Date {
  const begun = Math.floor(today.getTime() / HALF_HOUR_MS) * HALF_HOUR_MS;
  return new Date(begun + (TODAY_OFFSETS_HOURS[n % TODAY_OFFSETS_HOURS.length] ?? 0) * HOUR_MS);
}

/** The question comes some way into the interview. */
export function askedAt(interviewAt: Date, candidate: string): number {
  return interviewAt.getTime() + Math.round((8 + 14 * fraction("asked", candidate)) * MINUTE_MS);
}

/** Most interviewers submit the same day, one after the other; some let a few hours pass. */
export function submittedAt(interviewAt: Date, candidate: string, interviewer: string): Date {
  const wait = 50 + 300 * fraction("submit", candidate, interviewer) ** 2;
  return new Date(interviewAt.getTime() + Math.round(wait * 60) * 1000);
}
