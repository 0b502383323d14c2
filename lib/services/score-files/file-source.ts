import type { Table } from "@/lib/analysis/table";
import type { ScoreChoices } from "@/lib/contracts/score-files";
import type { SheetSource } from "../panels/sheet-of";

/** The same probes at every computing, as the command takes them. */
const SEED = 1;
/** What the report calls the one dimension of a file that names none. */
const ALL = "all";

/** A file of somebody's own as a sheet's source: its names are its people, and nobody's here. */
export function fileSource(table: Table, { scale, bipolar }: ScoreChoices): SheetSource {
  const names = table.dimensions.length === 0 ? [ALL] : table.dimensions;
  const candidatesOf = new Map<string, number>();
  const seen = new Set<number>();
  for (let at = 0; at < table.score.length; at++) {
    const rater = table.rater[at] ?? 0;
    const pair = (table.candidate[at] ?? 0) * table.raters.length + rater;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const name = table.raters[rater] ?? "";
    candidatesOf.set(name, (candidatesOf.get(name) ?? 0) + 1);
  }
  return {
    table,
    options: { scale, bipolar, seed: SEED },
    dimensions: names.map((key) => ({ key, name: key === ALL ? "Score" : key, levels: [] })),
    raterOf: (name) => ({
      member: { id: name, name },
      scorecards: candidatesOf.get(name) ?? 0,
      notObserved: {},
    }),
    candidateOf: (name) => name,
    scorecards: seen.size,
  };
}
