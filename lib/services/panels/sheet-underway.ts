import type { NotEnough, SheetFigures } from "@/lib/contracts/panel-figures";
import type { SheetSource } from "./sheet-of";

const UNDER_WAY: NotEnough = {
  state: "not-enough",
  reason: "It is being computed.",
  short: "being computed",
};

/** A sheet before its figures: what it is of, and of every figure that it is being made. No 0 stands in for one. */
export function sheetUnderway(
  { table, dimensions, options, scorecards }: SheetSource,
  at: Date,
): SheetFigures {
  return {
    candidates: table.candidates.length,
    scorecards,
    dimensions: dimensions.map(({ key, name, levels }) => ({
      ...{ key, name, levels: [...levels], bipolar: key === options.bipolar, units: 0, spread: [] },
      ...{ percentAgreement: UNDER_WAY, withinOne: UNDER_WAY, alpha: UNDER_WAY, boundaries: UNDER_WAY },
    })),
    interviewers: [],
    panelSize: UNDER_WAY,
    poolSlope: null,
    links: { groups: [], cut: [], extra: UNDER_WAY },
    fold: [],
    modelNotes: [],
    computedAt: at.toISOString(),
  };
}
