import clsx from "clsx";
import type { CSSProperties, ReactNode } from "react";
import type { CandidateRow } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { DIMENSIONS } from "@/lib/domain/scale";
import { DotStrip } from "../charts/dot-strip";
import { CardBeats, CardFacts, CardMark, CardTraps, CardVerdict } from "./dossier-cells";
import { rubricOf, type SheetCard } from "./sheet-card";
import { sheetScale } from "./sheet-scale";
import { compositeText } from "./words";

interface DossierGridProps {
  application: Pick<CandidateRow, "candidate" | "dimensions">;
  /** The newest version: names the rows. */
  rubric: RubricVersion;
  /** Every version these scorecards were scored on. */
  rubrics: readonly RubricVersion[];
  cards: readonly SheetCard[];
  /** Lines of text over the grid, on the same sheet of paper. */
  linesAbove?: number;
}

const ROW =
  "block md:grid md:grid-cols-[9rem_repeat(var(--columns),minmax(0,1fr))] md:gap-x-6 print:grid print:grid-cols-[8.5rem_repeat(var(--columns),minmax(0,1fr))] print:gap-x-4";

/** Rows are what was asked, columns who answered. On a narrow screen each row lists the interviewers below it. */
export function DossierGrid({ application, rubric, rubrics, cards, linesAbove = 0 }: DossierGridProps) {
  const several = new Set(cards.map(({ rubricVersionId }) => rubricVersionId)).size > 1;
  const columns = { "--columns": cards.length, "--least": `${9 + cards.length * 12}rem` } as CSSProperties;
  const rows: { key: string; head: ReactNode; cell: (card: SheetCard) => ReactNode }[] = [
    ...DIMENSIONS.map((dimension) => ({
      key: dimension,
      head: (
        <>
          <span className="block font-serif text-m leading-snug font-[560]">
            {rubric.content.dimensions[dimension].name}
          </span>
          <span className="block pt-1.5">
            <DotStrip dimension={dimension} counts={application.dimensions[dimension].counts} />
          </span>
          <span className="block text-xs text-soft">
            n {application.dimensions[dimension].n}
            {application.dimensions[dimension].split && <b className="font-[650] text-warn"> · split</b>}
          </span>
        </>
      ),
      cell: (card: SheetCard) => (
        <CardMark card={card} dimension={dimension} rubric={rubricOf(card, rubrics)} />
      ),
    })),
    {
      key: "traps",
      head: <Head>Traps</Head>,
      cell: (card) => <CardTraps card={card} rubric={rubricOf(card, rubrics)} />,
    },
    {
      key: "verdict",
      head: <Head note="apart from the score">Recommendation</Head>,
      cell: (card) => <CardVerdict card={card} />,
    },
    {
      key: "beats",
      head: <Head note="seconds, over the target band">Beats</Head>,
      cell: (card) => <CardBeats card={card} />,
    },
    { key: "facts", head: <Head>Story</Head>, cell: (card) => <CardFacts card={card} /> },
  ];
  return (
    <section
      aria-label={`Scorecards of ${application.candidate.name} side by side`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
      className={clsx("relative md:overflow-x-auto print:overflow-visible", sheetScale(cards, linesAbove))}
    >
      <table style={columns} className="block w-full md:min-w-(--least) print:min-w-0 print:text-xs">
        <caption className="sr-only">Every scorecard of {application.candidate.name}, side by side</caption>
        <thead className="hidden md:block print:block">
          <tr className={clsx(ROW, "border-b border-line-strong pb-2")}>
            <th scope="col" className="text-left text-xs font-normal text-soft">
              <span className="sr-only">What was asked</span>
            </th>
            {cards.map((card) => (
              <th key={card.scorecardId} scope="col" className="text-left font-normal">
                <CardHead card={card} rubric={several ? rubricOf(card, rubrics) : null} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block">
          {rows.map(({ key, head, cell }) => (
            <tr key={key} className={clsx(ROW, "border-b border-line py-3 print:py-1")}>
              <th scope="row" className="block pb-2 text-left font-normal md:pb-0">
                {head}
              </th>
              {cards.map((card) => (
                <td key={card.scorecardId} className="block pb-3 md:pb-0">
                  <span className="block text-xs font-[560] text-soft md:sr-only print:sr-only">
                    {card.author.name}
                  </span>
                  {cell(card)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ children, note }: { children: string; note?: string }) {
  return (
    <>
      <span className="block font-serif text-m leading-snug font-[560]">{children}</span>
      {note && <span className="block text-xs text-soft">{note}</span>}
    </>
  );
}

/** Which version is said only where there are several. */
function CardHead({ card, rubric }: { card: SheetCard; rubric: RubricVersion | null }) {
  return (
    <>
      <span className="block font-serif text-l leading-tight font-[560] print:text-m">
        {card.author.name}
      </span>
      <span className="block text-xs text-soft">
        {card.composite.state === "complete"
          ? `composite ${compositeText(card.composite)}`
          : `incomplete, ${card.composite.dimensions} of ${card.composite.needed} dimensions needed`}
        {rubric && ` · rubric ${rubric.number}`}
      </span>
    </>
  );
}
