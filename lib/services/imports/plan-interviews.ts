import { mayCompare, type Role } from "@/lib/domain/roles";
import { groupBy } from "../shared/group-by";
import type { ImportFile, Row } from "./file";
import { parseInstant } from "./instant";
import { emptyPlan, type ImportPlan } from "./plan";
import { newTitles } from "./plan-ratings";
import { fold, keyOf, type Present } from "./present";

const LOOKS_LIKE_MAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** What a file of candidates, or of interviews with their interviewers, would add. */
export function planInterviews(
  file: ImportFile,
  openingTitle: string | undefined,
  present: Present,
): ImportPlan {
  const plan = emptyPlan(file.kind, file.rows.length);
  plan.problems.push(...file.problems);
  plan.notes.push(...file.notes);
  const rows = file.rows.map((row) => ({ ...row, opening: row.opening || openingTitle || "" }));
  const good = rows.filter((row) => checkRow(plan, row, file.kind === "interviews"));
  plan.openings = newTitles(good, present);
  for (const [, [first]] of groupBy(good, (row) => keyOf(row.opening, row.candidate ?? ""))) {
    if (!first) continue;
    const { opening, candidate = "", email } = first;
    if (present.applicationId(opening, candidate) !== undefined) plan.unchanged += 1;
    else plan.candidates.push({ opening, name: candidate, email: email?.toLowerCase() || null });
  }
  if (file.kind === "interviews") planSeats(plan, present, good);
  return plan;
}

function checkRow(plan: ImportPlan, row: Row, isInterview: boolean): boolean {
  const refuse = (message: string) => {
    plan.problems.push({ line: row.line, message });
    return false;
  };
  if (!row.candidate) return refuse("The candidate is empty");
  if (!row.opening)
    return refuse("The opening is empty: add the column, or name one opening for the whole file");
  if (row.email && !LOOKS_LIKE_MAIL.test(row.email)) return refuse(`“${row.email}” is no e-mail address`);
  if (!isInterview) return true;
  if (!row.rater) return refuse("The interviewer is empty");
  if (!row.at || !parseInstant(row.at)) {
    return refuse(`“${row.at ?? ""}” is no date: write it as 2026-06-30T14:05Z`);
  }
  return true;
}

function planSeats(plan: ImportPlan, present: Present, rows: readonly (Row & { opening: string })[]): void {
  const invited = new Map<string, string>();
  const held = groupBy(rows, (row) => JSON.stringify([keyOf(row.opening, row.candidate ?? ""), timeOf(row)]));
  for (const group of held.values()) {
    const first = group[0];
    if (!first) continue;
    const { opening, candidate = "" } = first;
    const applicationId = present.applicationId(opening, candidate);
    const existing =
      applicationId === undefined
        ? undefined
        : present
            .interviews(applicationId)
            .find(({ scheduledAt }) => scheduledAt.getTime() === timeOf(first));
    const seated = new Set(existing?.seats.map(({ member }) => member.id));
    const seats: string[] = [];
    const taken = new Set<string>();
    for (const row of group) {
      const who = row.rater ?? "";
      const member = present.member(who);
      if (member === "several")
        refuseName(plan, row, `Several members are called ${who}: use the e-mail address`);
      else if (member && seated.has(member.id)) plan.unchanged += 1;
      else if (member && existing && hasRead(member, existing.seats)) {
        plan.afterReading += 1;
        refuseName(plan, row, `${who} could read this interview’s scorecards already and cannot score it`);
      } else if (taken.has(member?.id ?? fold(who))) refuseName(plan, row, `${who} has two seats here`);
      else if (member) {
        taken.add(member.id);
        seats.push(who);
      } else if (!LOOKS_LIKE_MAIL.test(who)) {
        refuseName(
          plan,
          row,
          `No member is called ${who}. Use an e-mail address to invite a new interviewer`,
        );
      } else if (present.isDeactivated(who)) {
        refuseName(plan, row, `${who} is deactivated: reactivate them under Members first`);
      } else {
        taken.add(fold(who));
        invited.set(fold(who), who.toLowerCase());
        seats.push(who);
      }
    }
    if (seats.length > 0) {
      plan.interviews.push({
        opening,
        candidate,
        scheduledAt: new Date(timeOf(first)),
        interviewId: existing?.interviewId ?? null,
        seats: seats.map((member) => ({ member, card: null })),
      });
    }
  }
  plan.members = [...invited.values()].map((email) => ({ name: email.split("@")[0] ?? email, email }));
}

/** Who could read what others submitted is no independent judge any more, and losing the role forgets nothing. */
function hasRead(
  { roles, comparedUntil }: { roles: readonly Role[]; comparedUntil: Date | null },
  seats: readonly { submittedAt: Date | null }[],
): boolean {
  return seats.some(
    ({ submittedAt }) =>
      submittedAt !== null && (mayCompare(roles) || (comparedUntil !== null && submittedAt <= comparedUntil)),
  );
}

function refuseName(plan: ImportPlan, row: Row, message: string): void {
  plan.problems.push({ line: row.line, message });
}

function timeOf(row: Row): number {
  return parseInstant(row.at ?? "")?.getTime() ?? 0;
}
