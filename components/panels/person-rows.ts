import type { NotEnough, PanelInterviewer, PersonFigures } from "@/lib/contracts/panel-figures";
import type { Cell } from "../charts/figure-table";
import type { ForestRow } from "../charts/forest-plot";
import { privateWords } from "./panel-words";

type Effect = "halo" | "range" | "drift";
type Known<K extends Effect> = Exclude<PersonFigures[K], NotEnough>;

/** One row a person: the figure where it is known and open, else the words why it is not there. */
export function effectRows<K extends Effect>(
  interviewers: readonly PanelInterviewer[],
  effect: K,
  row: (known: Known<K>, about: { key: string; name: string }) => ForestRow,
): ForestRow[] {
  return interviewers.map((each) => {
    const { member, figures } = each;
    const about = { key: member.id, name: member.name };
    if (figures.state === "private") return { ...about, n: "", missing: privateWords(figures) };
    const found = figures[effect];
    return found.state === "not-enough"
      ? { ...about, n: `${each.sharedCandidates} of ${each.candidates} shared`, missing: found.short }
      : row(found as Known<K>, about);
  });
}

/** The same for a table: `width` cells of figures and a last one in words. */
export function effectCells<K extends Effect>(
  interviewers: readonly PanelInterviewer[],
  effect: K,
  width: number,
  cells: (known: Known<K>) => readonly Cell[],
): Cell[][] {
  return interviewers.map(({ member, figures }) => {
    const empty = Array<Cell>(width).fill(null);
    if (figures.state === "private") return [member.name, ...empty, privateWords(figures)];
    const found = figures[effect];
    return found.state === "not-enough"
      ? [member.name, ...empty, found.reason]
      : [member.name, ...cells(found as Known<K>), ""];
  });
}

/** Everybody whose figure is known and open, with it. */
export function knownOf<K extends Effect>(
  interviewers: readonly PanelInterviewer[],
  effect: K,
): { member: PanelInterviewer["member"]; found: Known<K> }[] {
  return interviewers.flatMap(({ member, figures }) => {
    if (figures.state === "private" || figures[effect].state === "not-enough") return [];
    return [{ member, found: figures[effect] as Known<K> }];
  });
}
