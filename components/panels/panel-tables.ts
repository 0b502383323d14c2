import type { Figure, PanelInterviewer, PeopleFigures, SheetFigures } from "@/lib/contracts/panel-figures";
import type { Cell, FigureTable } from "../charts/figure-table";
import { alphaWord, levelText, privateWords } from "./panel-words";

/** As printed: no table may show more digits than its picture. */
const percent = (figure: Figure) => (figure.state === "known" ? Math.round(figure.value * 100) : null);
export const hundredths = (value: number) => Math.round(value * 100) / 100;

export function agreementTable({ dimensions }: SheetFigures): FigureTable {
  return {
    columns: ["Dimension", "Same mark, %", "Within one point, %", "Candidates (n)"],
    rows: dimensions.map((each) => [
      each.name,
      percent(each.percentAgreement),
      percent(each.withinOne),
      each.units,
    ]),
  };
}

export function alphaTable({ dimensions }: SheetFigures): FigureTable {
  return {
    columns: ["Dimension", "Alpha", "95 % from", "95 % to", "Candidates (n)", "In words"],
    rows: dimensions.map(({ name, alpha, units }) => {
      if (alpha.state === "not-enough") return [name, null, null, null, units, alpha.reason];
      const [low, high] = alpha.interval ?? [null, null];
      return [
        name,
        hundredths(alpha.value),
        low === null ? null : hundredths(low),
        high === null ? null : hundredths(high),
        units,
        alphaWord(alpha, units),
      ];
    }),
  };
}

export function spreadTable({ dimensions }: SheetFigures): FigureTable {
  const most = Math.max(0, ...dimensions.map(({ spread }) => spread.length));
  const apart = Array.from({ length: most }, (_, points) => points);
  return {
    columns: ["Dimension", ...apart.map((points) => `${points} apart`), "Candidates (n)"],
    rows: dimensions.map(({ name, spread, units }) => [
      name,
      ...apart.map((points) => spread[points] ?? null),
      units,
    ]),
  };
}

/** In place of a dimension's key: all dimensions that share one scale of levels, together. */
export const LEVELS_TOGETHER = "levels";

/** A choice of the level-use figure, with the scale its picture has. */
export interface Use {
  value: string;
  label: string;
  levels: readonly number[];
  bipolar: boolean;
  keys: readonly string[];
}

/** What can be counted: every scale of levels shared by two dimensions or more, then each dimension. */
export function usesOf({ dimensions }: Pick<PeopleFigures, "dimensions">): Use[] {
  const drawn = dimensions.filter(({ levels }) => levels.length > 0);
  const [first] = drawn.filter(({ bipolar }) => !bipolar);
  const same = drawn.filter(({ levels, bipolar }) => !bipolar && levels.join() === first?.levels.join());
  const each = drawn.map(({ key, name, levels, bipolar }) => ({
    value: key,
    label: name,
    levels,
    bipolar,
    keys: [key],
  }));
  if (!first || same.length < 2) return each;
  const keys = same.map(({ key }) => key);
  const label = `Levels of ${NUMBERS[same.length] ?? same.length} dimensions`;
  return [{ value: LEVELS_TOGETHER, label, levels: first.levels, bipolar: false, keys }, ...each];
}

const NUMBERS: Readonly<Record<number, string>> = { 2: "two", 3: "three", 4: "four", 5: "five" };

/** How often one interviewer gave each level; null while that is theirs alone to see. */
export function levelsUsed({ figures }: PanelInterviewer, { keys, levels }: Use): number[] | null {
  if (figures.state === "private") return null;
  return levels.map((_, place) => keys.reduce((sum, key) => sum + (figures.use[key]?.[place] ?? 0), 0));
}

export function levelUseTable({ interviewers }: PeopleFigures, use: Use): FigureTable {
  const anyPrivate = interviewers.some(({ figures }) => figures.state === "private");
  const words = (text: string) => (anyPrivate ? [text] : []);
  return {
    columns: [
      "Interviewer",
      ...use.levels.map((level) => levelText(level, use.bipolar)),
      "Not observed",
      "Scorecards (n)",
      ...words("In words"),
    ],
    rows: interviewers.map((each): Cell[] => {
      const { member, scorecards, figures } = each;
      const counts = levelsUsed(each, use);
      if (counts === null || figures.state === "private") {
        const why = figures.state === "private" ? privateWords(figures) : "";
        return [member.name, ...use.levels.map(() => null), null, scorecards, ...words(why)];
      }
      const notObserved = use.keys.reduce((sum, key) => sum + (each.notObserved[key] ?? 0), 0);
      return [member.name, ...counts, notObserved, scorecards, ...words("")];
    }),
  };
}
