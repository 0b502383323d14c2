import { type AnalysisOptions, BIPOLAR_SCALE, type Scale } from "../../analysis/options";

/** What the command line asks for. */
export interface Options extends AnalysisOptions {
  readonly file: string;
  readonly json: boolean;
  /** The figures of a panel sheet in place of the report. */
  readonly panel: boolean;
}

export const USAGE = `Usage: npm run --silent analyze -- FILE.csv [--json] [--panel] [--scale 1:5] [--bipolar calibration] [--fold Q,Q,Q,Q,Q] [--seed N]

FILE.csv (or .csv.gz) has the columns candidate, rater, score, in any order; dimension and at are optional.
  --json              the report as one JSON object
  --panel             the figures of a panel sheet; of two sheets on one candidate a person's first one speaks
  --scale 1:5         scores outside this scale are left out, and named
  --bipolar NAME      this dimension is scored -2 .. +2 with 0 best (folded to quality 5 - 2|x| for the model)
  --fold 1,2.5,5,3,1.5  what -2, -1, 0, +1 and +2 count as instead, as a rubric version says
  --seed N            seed of the probes used on very large tables (default 1)`;

/** A level list longer than this is a typing error, not a scale. */
const MOST_LEVELS = 1001;

/** The options, or what is wrong with them. */
export function parseOptions(args: readonly string[]): Options | string {
  let file: string | null = null;
  let json = false;
  let panel = false;
  let fold: ReadonlyMap<number, number> | undefined;
  let scale: Scale | null = null;
  let bipolar: string | null = null;
  let seed = 1;
  for (let at = 0; at < args.length; at++) {
    const [name = "", inline] = (args[at] ?? "").split(/=(.*)/s);
    const value = () => inline ?? args[++at] ?? "";
    if (name === "--json") json = true;
    else if (name === "--panel") panel = true;
    else if (name === "--fold") {
      fold = parseFold(value());
      if (fold === undefined) return "--fold needs five numbers, for -2 to +2, as in --fold 1,2.5,5,3,1.5";
    } else if (name === "--scale") {
      const found = parseScale(value());
      if (found === null) return "--scale needs two whole numbers, lowest:highest, as in --scale 1:5";
      scale = found;
    } else if (name === "--bipolar") {
      bipolar = value();
      if (bipolar === "" || bipolar.startsWith("--")) return "--bipolar needs the name of a dimension";
    } else if (name === "--seed") {
      const text = value();
      if (!/^\d{1,15}$/.test(text)) return "--seed needs a whole number";
      seed = Number(text);
    } else if (name.startsWith("--")) return `Unknown option ${name}`;
    else if (file === null) file = args[at] ?? "";
    else return `One file at a time: ${file} and ${args[at]} were given`;
  }
  return file === null
    ? "No file was given"
    : { file, json, panel, scale, bipolar, seed, ...(fold && { fold }) };
}

function parseFold(text: string): ReadonlyMap<number, number> | undefined {
  const qualities = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const positions = BIPOLAR_SCALE.highest - BIPOLAR_SCALE.lowest + 1;
  if (qualities.length !== positions || !qualities.every(Number.isFinite)) return undefined;
  return new Map(qualities.map((quality, place) => [BIPOLAR_SCALE.lowest + place, quality]));
}

function parseScale(text: string): Scale | null {
  const [, from, to] = /^(-?\d+):(-?\d+)$/.exec(text) ?? [];
  const lowest = Number(from);
  const highest = Number(to);
  return from !== undefined && lowest < highest && highest - lowest < MOST_LEVELS
    ? { lowest, highest }
    : null;
}
