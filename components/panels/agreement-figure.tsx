import type { PanelDimension, SheetFigures } from "@/lib/contracts/panel-figures";
import { agreementAxis, shareAxis } from "../charts/axes";
import { Figure } from "../charts/figure";
import { ForestPlot, type ForestRow } from "../charts/forest-plot";
import { agreementTable, alphaTable } from "./panel-tables";
import {
  agreementSentence,
  alphaSentence,
  alphaShort,
  coefficientText,
  percentText,
  RELIABLE_FROM,
  TENTATIVE_FROM,
} from "./panel-words";

/** A picture of rows without a figure says nothing that the sentence has not said. */
const anyKnown = (rows: readonly ForestRow[]) => rows.some((row) => "value" in row);

const counted = (n: number) => `n ${n.toLocaleString("en-GB")}`;
const units = (n: number) => `${counted(n)} ${n === 1 ? "candidate" : "candidates"}`;
const rowOf = ({ key, name, units: n }: PanelDimension) => ({ key, name, n: units(n) });

/** How often two interviewers give the same mark. */
export function PercentFigure({ sheet }: { sheet: SheetFigures }) {
  const rows = sheet.dimensions.map((dimension): ForestRow => {
    const figure = dimension.percentAgreement;
    return figure.state === "known"
      ? { ...rowOf(dimension), value: figure.value, interval: null, printed: percentText(figure.value) }
      : { ...rowOf(dimension), missing: figure.short };
  });
  return (
    <Figure
      title="The same mark, how often"
      sentence={agreementSentence(sheet)}
      table={agreementTable(sheet)}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            For each candidate with two or more observed ratings: the share of pairs of interviewers who gave
            the same mark. The figure is the mean over candidates; n counts them. Each interviewer's first
            scorecard on a candidate counts.
          </p>
          <p>
            It is not corrected for chance: where nearly everybody gets the same level, it is high by itself.
          </p>
          <p>Gwet (2014), Handbook of Inter-Rater Reliability, chapter 2.</p>
        </>
      }
    >
      {anyKnown(rows) && (
        <ForestPlot axis={shareAxis} rows={rows} label={(tick) => `${Math.round(tick * 100)} %`} />
      )}
    </Figure>
  );
}

/** Agreement beyond chance, with its interval. */
export function AlphaFigure({ sheet }: { sheet: SheetFigures }) {
  const rows = sheet.dimensions.map((dimension): ForestRow => {
    const { alpha } = dimension;
    const about = rowOf(dimension);
    if (alpha.state !== "known") return { ...about, missing: alpha.short };
    return {
      ...about,
      n: alphaShort(alpha),
      under: counted(dimension.units),
      value: alpha.value,
      interval: alpha.interval,
      printed: coefficientText(alpha.value),
    };
  });
  return (
    <Figure
      title="Agreement beyond chance"
      sentence={alphaSentence(sheet)}
      table={alphaTable(sheet)}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            Alpha = 1 − (disagreement seen ÷ disagreement by chance), ordinal distances; calibration on its
            signed scale. 1 is complete agreement, 0 is chance. The interval leaves each candidate out in turn
            (jackknife, t).
          </p>
          <p>
            From .80 reliable, from .667 tentative (Krippendorff 2004). Shown from 10 candidates scored by two
            or more interviewers; below 20 it is marked rough.
          </p>
          <p>Hayes &amp; Krippendorff (2007), doi 10.1080/19312450709336664; Efron &amp; Stein (1981).</p>
        </>
      }
    >
      {anyKnown(rows) && (
        <ForestPlot
          axis={agreementAxis}
          rows={rows}
          marks={[TENTATIVE_FROM, RELIABLE_FROM]}
          markLabel={coefficientText}
          label={(tick) =>
            tick === 0 || tick === 1 ? String(tick) : coefficientText(tick).replace(/0$/, "")
          }
        />
      )}
    </Figure>
  );
}
