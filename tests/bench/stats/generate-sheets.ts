import { randomIndex, randomNormal, seededRandom } from "../../../lib/stats/random";
import type { DimensionRatings } from "../../../lib/stats/ratings";
import { generate, type Wanted } from "./generate";

const SD = { unit: 0.4, rater: 0.3, residual: 0.9 };

/** Each rating of a generated table as a sheet on several dimensions, a share of its cells missing; one always stays. */
export function generateSheets(wanted: Wanted, dimensions: number, missing: number): DimensionRatings {
  const sheets = generate(wanted);
  const next = seededRandom(wanted.seed + 1);
  const effects = (levels: number, deviation: number) =>
    Float64Array.from({ length: levels * dimensions }, () => deviation * randomNormal(next));
  const ofUnit = effects(sheets.units, SD.unit);
  const ofRater = effects(sheets.raters, SD.rater);
  const rows = Array.from(sheets.score, (general, s) => {
    const stays = randomIndex(next, dimensions);
    const [unit, rater] = [sheets.unit[s] ?? 0, sheets.rater[s] ?? 0];
    return Array.from({ length: dimensions }, (_, d) => d)
      .filter((d) => next() >= missing || d === stays)
      .map((d) => {
        const own = (ofUnit[unit * dimensions + d] ?? 0) + (ofRater[rater * dimensions + d] ?? 0);
        const raw = general + own + SD.residual * randomNormal(next);
        return { unit, rater, d, score: Math.max(1, Math.min(5, Math.round(raw))) };
      });
  }).flat();
  return {
    units: sheets.units,
    raters: sheets.raters,
    unit: Int32Array.from(rows, ({ unit }) => unit),
    rater: Int32Array.from(rows, ({ rater }) => rater),
    dimension: Int32Array.from(rows, ({ d }) => d),
    dimensions,
    score: Float64Array.from(rows, ({ score }) => score),
  };
}
