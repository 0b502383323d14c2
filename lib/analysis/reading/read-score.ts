import { BIPOLAR_SCALE, type Scale } from "../options";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** 3,5 as half of Europe writes it: a spreadsheet then separates its columns by semicolons. */
const DECIMAL_COMMA = /^([+-]?\d+),(\d{1,2})$/;
/** What people write for "not observed". */
const NOT_OBSERVED = new Set(["", "na", "n/a", "nan", "null", "none", "-"]);

/** The score, or why the line cannot be used. */
export function readScore(written: string, bipolar: boolean, scale: Scale | null): number | string {
  const text = written.length < 3 ? written : written.replace(DECIMAL_COMMA, "$1.$2");
  if (text.length !== 1 || text < "0" || text > "9") {
    if (NOT_OBSERVED.has(text.toLowerCase())) return "no score (not observed); left out";
    if (!NUMBER.test(text)) return `"${text.slice(0, 40)}" is not a score; left out`;
  }
  const score = Number(text);
  if (!Number.isFinite(score)) return `"${text.slice(0, 40)}" is not a score; left out`;
  const limits = bipolar ? BIPOLAR_SCALE : scale;
  if (limits !== null && (score < limits.lowest || score > limits.highest)) {
    return `score ${text} is outside the scale ${limits.lowest} to ${limits.highest}; left out`;
  }
  return score;
}
