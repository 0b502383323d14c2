import { SkippedLines } from "@/lib/analysis/skipped";
import type { Table } from "@/lib/analysis/table";
import type { SheetFigures } from "@/lib/contracts/panel-figures";
import { type SheetSource, sheetOf } from "./sheet-of";

type About = NonNullable<ReturnType<SheetSource["raterOf"]>>;

/** A sheet's source as it travels to a thread: numbers, and names in place of questions. */
export interface SheetTask {
  want: "panel";
  table: Omit<Table, "skipped" | "unreadTimes">;
  options: SheetSource["options"];
  dimensions: SheetSource["dimensions"];
  raters: [string, About][];
  candidates: [string, string][];
  scorecards: number;
  at: Date;
}

/** What a source says, written down: a thread can be asked nothing. */
export function sheetTask({ table, options, ...source }: SheetSource, at: Date): SheetTask {
  const { skipped: _, unreadTimes: __, ...columns } = table;
  return {
    want: "panel",
    table: columns,
    options,
    dimensions: source.dimensions,
    raters: table.raters.flatMap((name) => {
      const about = source.raterOf(name);
      return about ? [[name, about] as [string, About]] : [];
    }),
    candidates: table.candidates.map((name) => [name, source.candidateOf(name)]),
    scorecards: source.scorecards,
    at,
  };
}

/** The whole sheet of a task; `progress` hears which part is under way. */
export function sheetWork(task: SheetTask, progress: (what: string) => void): SheetFigures {
  const [raters, candidates] = [new Map(task.raters), new Map(task.candidates)];
  const source: SheetSource = {
    table: { ...task.table, skipped: new SkippedLines(), unreadTimes: new SkippedLines() },
    options: task.options,
    dimensions: task.dimensions,
    raterOf: (name) => raters.get(name) ?? null,
    candidateOf: (name) => candidates.get(name) ?? "",
    scorecards: task.scorecards,
  };
  return sheetOf(source, task.at, progress);
}
