import type { CandidateRow } from "@/lib/contracts/candidates";
import type { ListMark, Stage } from "@/lib/domain/candidate-list";
import { TRAP_LABEL } from "@/lib/domain/labels";
import { TRAPS } from "@/lib/domain/traps";
import { compositeText } from "./words";

export const STAGE_LABELS: Record<Stage, string> = {
  "not-scheduled": "No interview yet",
  scheduled: "Interview to come",
  scoring: "Being scored",
  complete: "Every scorecard in",
};

const MARK_LABELS: Record<ListMark, string> = {
  composite: "With a composite",
  unscored: "Nothing in yet",
  missing: "Scorecards to come",
  overdue: "Scorecards late",
  split: "Split",
  trap: "Any trap",
  blind: "Yours to score",
};

/** What the filter offers: a mark, or one trap. The value says which of the two it is. */
export const SHOW_OPTIONS = [
  { value: "", label: "All" },
  ...Object.entries(MARK_LABELS).map(([mark, label]) => ({ value: `only:${mark}`, label })),
  ...TRAPS.map((trap) => ({ value: `trap:${trap}`, label: `Trap: ${TRAP_LABEL[trap].toLowerCase()}` })),
];

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The list's title: how many candidates, and how many scorecards still to come. */
export function listTitle({ total, missing }: { total: number; missing: number }): string {
  if (total === 0) return "Candidates";
  const people = count(total, "candidate", "candidates");
  return missing === 0
    ? `${people}, no scorecard to come`
    : `${people}, ${count(missing, "scorecard", "scorecards")} to come`;
}

/** "4.39 from 4", or why there is no number. */
export function rowComposite(row: Pick<CandidateRow, "composite" | "counted" | "blind">): {
  figure: string;
  detail: string;
} {
  if (row.composite.state === "complete") {
    return { figure: compositeText(row.composite), detail: `n ${row.counted}` };
  }
  if (row.counted === 0) {
    return { figure: "–", detail: row.blind ? "hidden until you submit" : "no scorecard yet" };
  }
  return {
    figure: "incomplete",
    detail: `${row.composite.dimensions} of ${row.composite.needed} dimensions, n ${row.counted}`,
  };
}

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A day, the same on server and in every browser. */
export function dayText(at: string): string {
  return DAY.format(new Date(at));
}
