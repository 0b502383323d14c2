import type { ReactNode } from "react";
import type { SheetFigures } from "@/lib/contracts/panel-figures";
import { shareAxis } from "../charts/axes";
import { Figure } from "../charts/figure";
import { ForestPlot, type ForestRow } from "../charts/forest-plot";
import { anchorSentence, worstLines } from "./effect-words";
import { hundredths } from "./panel-tables";
import { coefficientText, levelText, percentText } from "./panel-words";

/** Which line between two levels splits interviewers: so that the rubric is mended rather than the people. */
export function AnchorFigure({ sheet, children }: { sheet: SheetFigures; children?: ReactNode }) {
  const rows = worstLines(sheet).map(
    ({ key, name, bipolar, below, above, parted, share, agreement }): ForestRow => {
      const line = `${levelText(below, bipolar)} | ${levelText(above, bipolar)}`;
      const beyond = agreement === null ? "" : `, alpha ${coefficientText(agreement)}`;
      return {
        ...{ key, name: `${name}, ${line}`, n: `n ${parted} pairs part here${beyond}` },
        ...{ value: share, interval: null, printed: percentText(share) },
      };
    },
  );
  return (
    <Figure
      title="Anchor report: which line splits interviewers"
      sentence={anchorSentence(sheet)}
      table={{
        columns: [
          "Dimension",
          "Line between",
          "Pairs parted (n)",
          "Of its disagreement, %",
          "Alpha at the line",
          "In words",
        ],
        rows: sheet.dimensions.flatMap(({ name, bipolar, boundaries }) =>
          boundaries.state === "not-enough"
            ? [[name, null, null, null, null, boundaries.reason]]
            : boundaries.lines.map(({ below, above, parted, share, agreement }) => [
                name,
                `${levelText(below, bipolar)} | ${levelText(above, bipolar)}`,
                parted,
                Math.round(share * 100),
                agreement === null ? null : hundredths(agreement),
                "",
              ]),
        ),
      }}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            Every pair of marks that two interviewers gave one candidate and that differs spreads a weight of
            1 over the lines it crosses: 3 beside 4 speaks of one line alone, 1 beside 5 a quarter of each.
            The bar’s figure is a line’s part of all disagreement on its dimension. Alpha at the line is
            agreement beyond chance on “above it or not”. Shown from ten candidates scored by two or more.
          </p>
          <p>Krippendorff (2004), Content Analysis, chapter 11, on the reliability of each distinction.</p>
        </>
      }
    >
      {rows.length > 0 && (
        <ForestPlot axis={shareAxis} rows={rows} label={(tick) => `${Math.round(tick * 100)} %`} />
      )}
      {children}
    </Figure>
  );
}
