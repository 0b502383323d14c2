import { z } from "zod";
import { awg } from "../../../stats/agreement/awg";
import { completeTable } from "../../../stats/agreement/complete-table";
import { finn } from "../../../stats/agreement/finn";
import { twoWayAnova } from "../../../stats/agreement/two-way-anova";
import { type WithinGroup, withinGroupAgreement } from "../../../stats/agreement/within-group";
import { mapOutcome, type Outcome, undefinedFor } from "../../../stats/outcome";
import { scoresByUnit } from "../../../stats/ratings";
import type { ReferenceCase } from "../case";
import { type Family, figure } from "../figures";
import { readMatrix, readRatings } from "../table";

/** rwg and awg of each unit, their mean, and Finn's coefficient of the complete rows. */
export const withinGroupFamily: Family = (subject) => {
  const points = z.number().parse(subject.data.scale_points);
  const units = unitsOf(subject);
  return (stat) => {
    if (stat === "rwg_per_unit")
      return units.map((scores) => estimateOf(withinGroupAgreement(scores, points)));
    if (stat === "awg_per_unit") return units.map((scores) => estimateOf(awg(scores, [1, points])));
    if (stat === "rwg_mean") return meanOf(units, points);
    if (stat !== "finn_oneway" && stat !== "finn_twoway") return undefined;
    const complete = completeTable(readMatrix(subject));
    if (!complete.ok) return complete;
    const form = stat === "finn_oneway" ? "one-way" : "two-way";
    return figure(mapOutcome(finn(twoWayAnova(complete.value), form, points), ({ estimate }) => estimate));
  };
};

function estimateOf(found: Outcome<WithinGroup>) {
  return figure(mapOutcome(found, ({ estimate }) => estimate));
}

/** Each unit's ratings: the matrix keeps units nobody rated, long rows name only those somebody did. */
function unitsOf(subject: ReferenceCase): readonly (readonly number[])[] {
  if (subject.data.ratings === undefined) return scoresByUnit(readRatings(subject));
  return readMatrix(subject).map((row) => row.filter((score) => score !== null));
}

function meanOf(units: readonly (readonly number[])[], points: number) {
  const found = units
    .map((scores) => withinGroupAgreement(scores, points))
    .flatMap((one) => (one.ok ? [one.value.estimate] : []));
  if (found.length === 0) return undefinedFor("no-pairs", "No unit was rated twice.");
  return found.reduce((sum, one) => sum + one, 0) / found.length;
}
