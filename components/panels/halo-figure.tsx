import type { PeopleFigures } from "@/lib/contracts/panel-figures";
import { correlationAxis } from "../charts/axes";
import { Figure } from "../charts/figure";
import { ForestPlot } from "../charts/forest-plot";
import { haloSentence } from "./effect-words";
import { FoldWords } from "./fold-words";
import { signedPoints } from "./model-words";
import { hundredths } from "./panel-tables";
import { effectCells, effectRows } from "./person-rows";

const orNull = (value: number | null) => (value === null ? null : hundredths(value));

/** Whether one impression colours a whole sheet, beyond candidates who really are good all round. */
export function HaloFigure({ sheet, sentence }: { sheet: PeopleFigures; sentence?: string }) {
  const rows = effectRows(sheet.interviewers, "halo", ({ value, sheets }, about) => ({
    ...about,
    n: `n ${sheets} scorecards`,
    value,
    interval: null,
    printed: signedPoints(value),
  }));
  return (
    <Figure
      title="Halo: one impression on the whole sheet"
      sentence={sentence ?? haloSentence(sheet)}
      table={{
        columns: [
          "Interviewer",
          "Beyond what others saw (r)",
          "Before taking it away (r)",
          "Spread within a sheet, to the others’",
          "Same on all dimensions, %",
          "Scorecards (n)",
          "In words",
        ],
        rows: effectCells(sheet.interviewers, "halo", 5, (found) => [
          hundredths(found.value),
          orNull(found.raw),
          orNull(found.spreadRatio),
          Math.round(found.identicalShare * 100),
          found.sheets,
        ]),
      }}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            r = mean, over pairs of dimensions, of the correlation of (own quality − mean of the others’ on
            the same candidate) over an interviewer’s complete scorecards. Candidates who are good all round
            raise the plain correlation for everybody; what is left here is the reader’s own. Shown from eight
            scorecards; even then the error is near ±.35, so read it as a question.
          </p>
          <FoldWords sheet={sheet} />
          <p>Saal, Downey &amp; Lahey (1980), doi 10.1037/0033-2909.88.2.413.</p>
        </>
      }
    >
      <ForestPlot
        axis={correlationAxis}
        rows={rows}
        marks={[0]}
        label={(tick) => signedPoints(tick, tick % 1 === 0 ? 0 : 1)}
      />
    </Figure>
  );
}
