import type { RubricContent } from "@/lib/domain/rubric";
import { sameJson } from "@/lib/domain/same-json";
import { DIMENSIONS } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { groupBy } from "../shared/group-by";
import type { ImportFile, Row } from "./file";
import { emptyPlan, type ImportPlan } from "./plan";
import { fold, keyOf, type Present } from "./present";
import { type FileScorecard, readRatings } from "./ratings";

/** Ratings of a submitted scorecard that the importer may see, by application and member; null when it is hidden. */
export type SubmittedRatings = (interviewId: string, memberId: string) => ScorecardContent["ratings"] | null;

const ONLY_DIGITS = /^\d+$/;

/** A spreadsheet's bare numbers become names that say what they number, and where. */
export function candidateName(text: string): string {
  return ONLY_DIGITS.test(text) ? `Candidate ${text}` : text;
}

export function raterName(text: string, opening: string): string {
  return ONLY_DIGITS.test(text) ? `Interviewer ${text} (${opening})` : text;
}

/** What a file of ratings would add: one interview a candidate, holding a submitted scorecard of every rater. */
export function planRatings(
  file: ImportFile,
  openingTitle: string | undefined,
  rubric: RubricContent,
  present: Present,
  submitted: SubmittedRatings,
  now: Date,
): ImportPlan {
  const plan = emptyPlan("ratings", file.rows.length);
  const named = file.rows.map((row) => nameRow(row, openingTitle));
  const read = readRatings(named, rubric);
  plan.problems.push(...file.problems, ...read.problems);
  plan.notes.push(...file.notes, ...read.notes);
  const openingOf = new Map(named.map((row) => [row.line, row.opening ?? ""]));
  if (named.some((row) => !row.opening)) {
    plan.problems.push({
      line: 1,
      message: "Name the opening: the file has no `opening` column for every row",
    });
  }
  const members = new Map<string, string>();
  const byCandidate = groupBy(read.cards, (card) => keyOf(openingOf.get(card.line) ?? "", card.candidate));
  for (const cards of byCandidate.values()) {
    const first = cards[0];
    if (first) planCandidate(plan, present, submitted, openingOf.get(first.line) ?? "", cards, members, now);
  }
  plan.members = [...members.values()].map((name) => ({ name, email: null }));
  plan.openings = newTitles(named, present);
  return plan;
}

function nameRow(row: Row, openingTitle: string | undefined): Row {
  const opening = row.opening || openingTitle || "";
  return {
    ...row,
    opening,
    candidate: candidateName(row.candidate ?? ""),
    rater: raterName(row.rater ?? "", opening),
  };
}

export function newTitles(rows: readonly Row[], present: Present): string[] {
  const titles = new Map(rows.flatMap(({ opening }) => (opening ? [[fold(opening), opening] as const] : [])));
  return [...titles.values()].filter((title) => present.openingId(title) === undefined);
}

function planCandidate(
  plan: ImportPlan,
  present: Present,
  submitted: SubmittedRatings,
  opening: string,
  cards: readonly FileScorecard[],
  members: Map<string, string>,
  now: Date,
): void {
  const candidate = cards[0]?.candidate ?? "";
  const applicationId = present.applicationId(opening, candidate);
  if (applicationId === undefined) plan.candidates.push({ opening, name: candidate, email: null });
  const seats =
    applicationId === undefined ? [] : present.interviews(applicationId).flatMap((each) => each.seats);
  const fresh: FileScorecard[] = [];
  const counted = new Set<string>();
  for (const card of cards) {
    const member = present.member(card.rater);
    if (member === "several") {
      plan.problems.push({
        line: card.line,
        message: `Several members are called ${card.rater}: use the e-mail address`,
      });
      continue;
    }
    if (member === undefined) members.set(fold(card.rater), card.rater);
    else if (counted.has(member.id)) {
      plan.problems.push({
        line: card.line,
        message: `${card.rater} is ${member.name}, who has a scorecard of ${candidate} in this file already`,
      });
      continue;
    } else counted.add(member.id);
    const seat = seats.find((each) => each.member.id === member?.id);
    if (!seat) {
      fresh.push(card);
      continue;
    }
    const refusal = alreadyThere(
      card,
      seat.submittedAt ? submitted(seat.interviewId, seat.member.id) : "open",
    );
    if (refusal === null) plan.unchanged += Object.keys(card.ratings).length;
    else plan.problems.push({ line: card.line, message: refusal });
  }
  if (fresh.length === 0) return;
  const times = fresh.flatMap(({ at }) => at ?? []);
  plan.interviews.push({
    opening,
    candidate,
    scheduledAt: times.length > 0 ? new Date(Math.min(...times.map(Number))) : now,
    interviewId: null,
    seats: fresh.map((card) => ({ member: card.rater, card })),
  });
}

/** Submitted scores are written once: the same again is fine, anything else is refused in words. */
function alreadyThere(
  card: FileScorecard,
  there: ScorecardContent["ratings"] | "open" | null,
): string | null {
  const who = `${card.rater}'s scorecard of ${card.candidate}`;
  if (there === "open") return `${who} is open: it is submitted on its own page, not by a file`;
  if (there === null) return `${who} is there already, and hidden from you until you have submitted your own`;
  const different = DIMENSIONS.find(
    (dimension) => !sameJson(card.ratings[dimension] ?? null, there[dimension] ?? null),
  );
  return different
    ? `${who} is submitted already with another score for ${different}; it cannot change`
    : null;
}
