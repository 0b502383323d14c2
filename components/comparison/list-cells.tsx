"use client";

import Link from "next/link";
import type { CandidateRow } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { TRAP_LABEL } from "@/lib/domain/labels";
import { marksText } from "@/lib/domain/marks-text";
import type { Dimension } from "@/lib/domain/scale";
import { DotStrip } from "../charts/dot-strip";
import type { ListDeeds } from "./list-columns";
import { dayText, rowComposite } from "./list-words";

interface CellProps {
  row: CandidateRow;
}

/** The box that chooses a candidate for comparing. */
export function ChooseCell({ row, at, deeds }: CellProps & { at: number; deeds: ListDeeds | undefined }) {
  const chosen = deeds?.isChosen(row.applicationId) ?? false;
  return (
    <label className="grid size-6 place-items-center pointer-coarse:size-11">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        aria-label={`Choose ${row.candidate.name} for comparing`}
        tabIndex={deeds?.current === at ? 0 : -1}
        checked={chosen}
        disabled={!chosen && (deeds?.full ?? false)}
        onChange={(event) => deeds?.choose(row.applicationId, event.target.checked)}
      />
    </label>
  );
}

/** The way to the dossier; of the whole list one name is a tab stop, arrows go from name to name. */
export function NameCell({ row, current }: CellProps & { current: boolean }) {
  return (
    <Link
      href={`/candidates/${row.applicationId}`}
      prefetch={false}
      tabIndex={current ? 0 : -1}
      className="inline-block min-h-6 max-w-full font-serif text-m font-[560] underline-offset-4 hover:underline"
    >
      {row.candidate.name}
    </Link>
  );
}

/** How many scorecards are in. */
export function SubmittedCell({ row }: CellProps) {
  if (row.seats === 0) return <span className="text-xs text-faint">no interview</span>;
  return (
    <>
      <span className={row.submitted < row.seats ? "font-[560] text-ink" : "text-soft"}>
        {row.submitted} of {row.seats}
      </span>
      <span className="text-soft lg:sr-only"> submitted</span>
    </>
  );
}

/** The raw composite with its n, or why there is none. */
export function CompositeCell({ row }: CellProps) {
  const { figure, detail } = rowComposite(row);
  return (
    <>
      <span className={figure === "incomplete" ? "text-soft" : "font-serif text-l"}>{figure}</span>{" "}
      <span className="inline-block text-xs text-soft">{detail}</span>
    </>
  );
}

interface StripProps extends CellProps {
  dimension: Dimension;
  rubric: RubricVersion | null;
}

/** Every interviewer's mark on one dimension, on the whole scale. */
export function StripCell({ row, dimension, rubric }: StripProps) {
  const { counts, n } = row.dimensions[dimension];
  const name = rubric?.content.dimensions[dimension].name ?? dimension;
  return (
    <>
      <span className="sr-only lg:hidden">{name}: </span>
      {n === 0 ? (
        <span className="text-xs whitespace-nowrap text-faint">no data</span>
      ) : (
        <>
          <DotStrip dimension={dimension} counts={counts} />
          <span className="sr-only">{marksText(dimension, counts)}</span>
        </>
      )}
    </>
  );
}

/** What a reader must not miss: yours to score, a split, traps. */
export function MarksCell({ row, rubric }: CellProps & { rubric: RubricVersion | null }) {
  if (!row.split && row.traps.length === 0 && !row.blind) return null;
  return (
    <span className="flex flex-wrap gap-x-2 gap-y-0.5 text-xs">
      {row.blind && <b className="font-[560]">yours to score</b>}
      {row.split && <b className="font-[650] text-warn">split</b>}
      {row.traps.map(({ trap, count }) => (
        <span key={trap} className="text-soft">
          {rubric?.content.traps[trap].name ?? TRAP_LABEL[trap]}
          {count > 1 && ` ×${count}`}
        </span>
      ))}
    </span>
  );
}

/** The day of the latest scorecard. */
export function ActivityCell({ row }: CellProps) {
  return (
    <span className="text-xs whitespace-nowrap text-soft">
      {row.lastActivityAt ? dayText(row.lastActivityAt) : "–"}
    </span>
  );
}
