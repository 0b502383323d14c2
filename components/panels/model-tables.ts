import type { PanelSize, PeopleFigures } from "@/lib/contracts/panel-figures";
import type { Cell, FigureTable } from "../charts/figure-table";
import { VERDICT_WORDS } from "./model-words";
import { hundredths } from "./panel-tables";
import { privateWords } from "./panel-words";

export function severityTable({ interviewers }: PeopleFigures): FigureTable {
  return {
    columns: ["Interviewer", "Severity", "95 % from", "95 % to", "Candidates (n)", "Shared", "In words"],
    rows: interviewers.map(({ member, candidates, sharedCandidates: shared, figures }): Cell[] => {
      const without = (why: string) => [member.name, null, null, null, candidates, shared, why];
      if (figures.state === "private") return without(privateWords(figures));
      const { severity } = figures;
      if (severity.state === "not-enough") return without(severity.reason);
      const [low, high] = severity.interval.map(hundredths);
      const words = VERDICT_WORDS[severity.verdict];
      return [member.name, hundredths(severity.value), low ?? null, high ?? null, candidates, shared, words];
    }),
  };
}

export function sizeTable(size: PanelSize): FigureTable {
  return {
    columns: ["Interviewers", "Reliability (phi)", "95 % from", "95 % to"],
    rows:
      size.state === "known"
        ? size.points.map(({ interviewers, phi, interval }) => {
            const [low = null, high = null] = interval?.map(hundredths) ?? [];
            return [interviewers, hundredths(phi), low, high];
          })
        : [["–", size.reason, null, null]],
  };
}
