import { inWords } from "../../analysis/in-words";
import type { RaschFigures } from "../../analysis/rasch-figures";
import { MINIMUMS } from "../../stats/minimums";
import type { Outcome } from "../../stats/outcome";
import type { FacetSummary } from "../../stats/rasch/facet-summary";
import type { ElementFit } from "../../stats/rasch/fit-statistics";

const MOST_ROWS = 40;

/** Mean squares from .5 to 1.5 serve measurement (Linacre); beyond, z says whether so few ratings can show it. */
const PRODUCTIVE = { least: 0.5, most: 1.5, z: 2 };

/** Whose ratings fit no pattern; a line or two where the model cannot be fitted. */
export function printRasch(rasch: Outcome<RaschFigures>, write: (line: string) => void): void {
  write("");
  write("Do ratings fit a pattern (many-facet Rasch; 1 is as expected)");
  if (!rasch.ok) {
    write(`  not available: ${inWords(rasch.detail)}`);
    return;
  }
  const { raters, raterSpread, candidateSpread, dimensions, thinScores, neverLikeliest } = rasch.value;
  const known = raters.flatMap(({ rater, fit }) => (fit.ok ? [{ rater, fit: fit.value }] : []));
  const worst = known.sort((a, b) => Math.abs(b.fit.infitZ) - Math.abs(a.fit.infitZ));
  for (const { rater, fit } of worst.slice(0, MOST_ROWS)) write(`  ${rater.padEnd(24)} ${fitWords(fit)}`);
  if (worst.length > MOST_ROWS) write(`  ... and ${worst.length - MOST_ROWS} closer to the model`);
  if (known.length < raters.length) {
    const few = raters.length - known.length;
    write(
      `  too early for ${few} of ${raters.length} interviewers (${MINIMUMS.raschRatingsPerRater} ratings each, not all at one end)`,
    );
  }
  write(`  interviewers: ${spreadWords(raterSpread, "high means that their severities differ")}`);
  const halo = dimensions > 1 ? "; too high where halo colours whole sheets" : "";
  write(`  candidates: ${spreadWords(candidateSpread, `high means that ratings tell them apart${halo}`)}`);
  if (thinScores.length > 0)
    write(
      `  given fewer than ${MINIMUMS.raschRatingsPerCategory} times, so their thresholds are rough: ${thinScores.join(", ")}`,
    );
  if (neverLikeliest.length > 0)
    write(`  never the likeliest score, whatever the candidate: ${neverLikeliest.join(", ")}`);
}

function fitWords({ infit, infitZ, outfit, outfitZ, ratings }: ElementFit): string {
  const beyond = (square: number, z: number) =>
    square > PRODUCTIVE.most && z > PRODUCTIVE.z
      ? "erratic"
      : square < PRODUCTIVE.least && z < -PRODUCTIVE.z
        ? "too plain a pattern"
        : "";
  const verdict = beyond(infit, infitZ) || beyond(outfit, outfitZ);
  const words = `infit ${square(infit, infitZ)}   outfit ${square(outfit, outfitZ)}   ${ratings} ratings`;
  return verdict === "" ? words : `${words}   ${verdict}`;
}

function square(value: number, z: number): string {
  return `${value.toFixed(2)} (z ${z.toFixed(1)})`;
}

function spreadWords(spread: Outcome<FacetSummary>, meaning: string): string {
  if (!spread.ok) return `not available: ${inWords(spread.detail)}`;
  const { separationPopulation, strata, reliabilityPopulation } = spread.value;
  return `separation ${separationPopulation.toFixed(2)}, strata ${strata.toFixed(1)}, reliability ${reliabilityPopulation.toFixed(2)} (${meaning})`;
}
