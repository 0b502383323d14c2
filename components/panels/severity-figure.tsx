import type { PeopleFigures } from "@/lib/contracts/panel-figures";
import { severityAxis } from "../charts/axes";
import { Figure } from "../charts/figure";
import { ForestPlot, type ForestRow } from "../charts/forest-plot";
import { FoldWords } from "./fold-words";
import { severityTable } from "./model-tables";
import { severitySentence, signedPoints } from "./model-words";
import { privateWords } from "./panel-words";

/** Who is harsher or milder than the panel, allowing for whom they saw. By name: this is no league table. */
export function SeverityFigure({ sheet, sentence }: { sheet: PeopleFigures; sentence?: string }) {
  const rows = sheet.interviewers.map(({ member, candidates, sharedCandidates, figures }): ForestRow => {
    const about = { key: member.id, name: member.name, n: `${sharedCandidates} of ${candidates} shared` };
    if (figures.state === "private") return { ...about, missing: privateWords(figures) };
    const { severity } = figures;
    return severity.state === "known"
      ? {
          ...about,
          value: severity.value,
          interval: severity.interval,
          printed: signedPoints(severity.value),
        }
      : { ...about, missing: severity.short };
  });
  return (
    <Figure
      title="Severity, allowing for whom they saw"
      sentence={sentence ?? severitySentence(sheet)}
      table={severityTable(sheet)}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            Quality = mean + candidate + interviewer + what is left: a crossed model fitted by REML to first
            independent scores. Severity = −(interviewer’s effect), in points: +0.5 gives half a point less
            than the panel would to the same candidate. Estimates are drawn towards 0 where there is little to
            go by; the bar is estimate ± 1.96 standard errors, with the model’s whole error.
          </p>
          <FoldWords sheet={sheet} />
          <p>
            “Harsher” or “milder” is said only beyond two standard errors, from .3 points on, and after
            allowing for how many interviewers were looked at (false discovery rate 5 %). It needs five
            candidates shared with others, and five such interviewers. The same figures: npm run analyze --
            FILE --panel on the exported ratings.
          </p>
          <p>
            Robinson (1991), doi 10.1214/ss/1177011926; Benjamini &amp; Hochberg (1995), doi
            10.1111/j.2517-6161.1995.tb02031.x.
          </p>
          {sheet.modelNotes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </>
      }
    >
      {rows.length > 0 && (
        <ForestPlot axis={severityAxis} rows={rows} marks={[0]} label={(tick) => signedPoints(tick, 0)} />
      )}
    </Figure>
  );
}
