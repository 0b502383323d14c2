import type { SheetFigures } from "@/lib/contracts/panel-figures";
import { Figure } from "../charts/figure";
import { SpreadChart } from "../charts/spread-chart";
import { spreadTable } from "./panel-tables";
import { spreadSentence } from "./panel-words";

/** How far apart interviewers stand on the same candidate, dimension by dimension. */
export function SpreadFigure({ sheet }: { sheet: SheetFigures }) {
  const most = Math.max(0, ...sheet.dimensions.flatMap(({ spread }) => spread));
  return (
    <Figure
      title="How far apart on the same candidate"
      sentence="Candidates by the largest difference between their interviewers, in points. Two or more asks for a debrief."
      table={spreadTable(sheet)}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            Range = largest − smallest observed mark of a candidate with two or more ratings; a two-sided
            scale on its signed marks. The columns count candidates. Two points is a convention of this
            product: one point apart is what levels are.
          </p>
          <p>LeBreton &amp; Senter (2008), doi 10.1177/1094428106296642, on ranges beside agreement.</p>
        </>
      }
    >
      <ul className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        {sheet.dimensions.map((each) => (
          <li key={each.key}>
            <h3 className="font-sans text-s font-[560]">{each.name}</h3>
            <p className="text-xs text-soft">{spreadSentence(each)}</p>
            {each.units > 0 && each.spread.length > 0 && <SpreadChart spread={each.spread} most={most} />}
          </li>
        ))}
      </ul>
    </Figure>
  );
}
