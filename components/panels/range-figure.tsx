import type { PeopleFigures } from "@/lib/contracts/panel-figures";
import { slopeAxis } from "../charts/axes";
import { Figure } from "../charts/figure";
import { ForestPlot, type ForestRow } from "../charts/forest-plot";
import { rangeSentence } from "./effect-words";
import { hundredths } from "./panel-tables";
import { percentText } from "./panel-words";
import { effectCells, effectRows } from "./person-rows";

const plain = (value: number) => value.toFixed(2).replace("-", "−");
const orNull = (value: number | null) => (value === null ? null : hundredths(value));

/** Who keeps to the middle whatever the candidate, and who follows the differences that the others see. */
export function RangeFigure({ sheet, sentence }: { sheet: PeopleFigures; sentence?: string }) {
  const rows = effectRows(sheet.interviewers, "range", (found, about): ForestRow => {
    const n = `n ${found.ratings}, ${percentText(found.middleShare)} in the middle`;
    return found.value === null
      ? { ...about, n, missing: "nothing to compare with" }
      : { ...about, n, value: found.value, interval: found.interval, printed: plain(found.value) };
  });
  return (
    <Figure
      title="Central tendency: keeping to the middle"
      sentence={sentence ?? rangeSentence(sheet)}
      table={{
        columns: [
          "Interviewer",
          "Slope on the others’ mean",
          "95 % from",
          "95 % to",
          "In the middle, %",
          "At the ends, %",
          "Spread, to everybody’s",
          "Ratings (n)",
          "In words",
        ],
        rows: effectCells(sheet.interviewers, "range", 7, (found) => [
          orNull(found.value),
          orNull(found.interval?.[0] ?? null),
          orNull(found.interval?.[1] ?? null),
          Math.round(found.middleShare * 100),
          Math.round(found.extremeShare * 100),
          orNull(found.spreadRatio),
          found.ratings,
        ]),
      }}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            Slope = Σ(own − own mean)(others − others’ mean) ÷ Σ(others − others’ mean)², own marks on the
            mean of the others’ for the same candidate and dimension, over the dimensions of levels. The bar
            is slope ± 1.96 standard errors. The others’ mean has error of its own, so every slope is too
            flat: compare with the panel’s slope, never with 1. Shown from eight candidates.
          </p>
          <p>Saal, Downey &amp; Lahey (1980), doi 10.1037/0033-2909.88.2.413.</p>
        </>
      }
    >
      <ForestPlot
        axis={slopeAxis}
        rows={rows}
        marks={sheet.poolSlope === null ? [] : [sheet.poolSlope]}
        markLabel={(mark) => `panel ${plain(mark)}`}
        label={(tick) => String(tick).replace("-", "−")}
      />
    </Figure>
  );
}
