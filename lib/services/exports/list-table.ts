import { printed } from "@/lib/domain/comparison-table";
import { marksText } from "@/lib/domain/marks-text";
import type { RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension, isBipolar, markLabel, POSITIONS } from "@/lib/domain/scale";
import type { CandidateFigures } from "../shared/candidate-rows";
import type { Cell, Table } from "./table";

type Names = RubricContent["dimensions"];

/** The candidate list, a candidate a row: what the screen shows, in its order. */
export function listTable(
  rows: readonly CandidateFigures[],
  names: Names,
  traps: RubricContent["traps"],
): Table {
  return {
    columns: [
      "Candidate",
      "Stage",
      "Submitted",
      "Seats",
      "Composite",
      "Scorecards counted",
      ...DIMENSIONS.flatMap((dimension) => [
        ...dimensionColumns(dimension, names),
        `${names[dimension].name}, marks`,
      ]),
      "Split",
      "Traps",
      "Last activity",
      "Waiting since",
      "You are still to score",
    ],
    rows: rows.map((row) => [
      row.candidate.name,
      row.stage,
      row.submitted,
      row.seats,
      compositeCell(row),
      row.counted,
      ...DIMENSIONS.flatMap((dimension) => [
        ...dimensionCells(dimension, row),
        marksText(dimension, row.dimensions[dimension].counts) || null,
      ]),
      row.split ? "split" : null,
      row.traps.map(({ trap, count }) => `${traps[trap].name} (${count})`).join(", ") || null,
      row.lastActivityAt,
      row.waitingSince,
      row.blind ? "yes" : null,
    ]),
  };
}

/** The heatmap: figures and the number of ratings behind each; no data is an empty cell. */
export function heatmapTable(rows: readonly CandidateFigures[], names: Names): Table {
  return {
    columns: [
      "Candidate",
      "Composite",
      "Scorecards counted",
      ...DIMENSIONS.flatMap((dimension) => dimensionColumns(dimension, names)),
    ],
    rows: rows.map((row) => [
      row.candidate.name,
      compositeCell(row),
      row.counted,
      ...DIMENSIONS.flatMap((dimension) => dimensionCells(dimension, row)),
    ]),
  };
}

function compositeCell({ composite }: CandidateFigures): Cell {
  return composite.state === "complete" ? printed(composite.value) : "incomplete";
}

/** Calibration's quality never stands alone: how many heard which side comes with it. */
function dimensionColumns(dimension: Dimension, names: Names): string[] {
  const { name } = names[dimension];
  const sides = isBipolar(dimension)
    ? POSITIONS.map((position) => `${name} ${markLabel(dimension, position)}`)
    : [];
  return [isBipolar(dimension) ? `${name}, quality` : name, `${name}, n`, ...sides];
}

function dimensionCells(dimension: Dimension, { dimensions }: CandidateFigures): Cell[] {
  const { quality, n, counts } = dimensions[dimension];
  const sides = isBipolar(dimension) ? POSITIONS.map((position) => counts[String(position)] ?? 0) : [];
  return [quality === null ? null : printed(quality), n, ...sides];
}
