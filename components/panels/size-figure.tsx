import type { SheetFigures } from "@/lib/contracts/panel-figures";
import { Figure } from "../charts/figure";
import { SizeCurve } from "../charts/size-curve";
import { sizeTable } from "./model-tables";
import { sizeSentence, WANTED_RELIABILITY } from "./model-words";

/** How many interviewers a candidate needs before the score would be about the same with others. */
export function SizeFigure({ sheet }: { sheet: SheetFigures }) {
  const { panelSize } = sheet;
  return (
    <Figure
      title="How many interviewers a score needs"
      sentence={sizeSentence(panelSize)}
      table={sizeTable(panelSize)}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            Phi = variance between candidates ÷ (that variance + error ÷ interviewers): the share of a
            composite’s differences that would be there with other interviewers too. Dimensions are taken as
            fixed: they are the rubric’s own five. Upright lines are 95 % intervals, from the errors of the
            variances.
          </p>
          <p>
            Shown from 10 candidates and 5 interviewers. The dashed line is .80, a usual wish for decisions
            about people; it is a convention, not a law.
          </p>
          <p>Brennan (2001), Generalizability Theory, chapter 1.</p>
        </>
      }
    >
      {panelSize.state === "known" && (
        <SizeCurve points={panelSize.points} wanted={WANTED_RELIABILITY} now={panelSize.now} />
      )}
    </Figure>
  );
}
