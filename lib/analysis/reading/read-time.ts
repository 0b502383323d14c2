const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
const WEEK_OR_QUARTER = /^(\d{4}[ -]?)?(w|week|kw|q) ?\d{1,2}([ -]\d{4})?$/i;
const CLOCK = String.raw`([t ]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]m)?( ?(z|[+-]\d{2}:?\d{2}))?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})([-/.](\d{1,2}))?${CLOCK}$`, "i");
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${CLOCK}$`, "i");
const MONTH_NAMED =
  /^(\w{3,9},? )?(\d{1,2}\.? )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?( \d{1,2})?,? ?\d{4}/i;

/**
 * When a rating was given, as one text for one time; null when that cannot be told. Only whether two times differ
 * matters here, so 3/4 may be March or April.
 */
export function readTime(written: string): string | null {
  const text = written.trim().toLowerCase();
  if (text === "" || NUMBER.test(text) || WEEK_OR_QUARTER.test(text) || MONTH_NAMED.test(text)) return text;
  const [, year, month, , day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return isDay(Number(year), Number(month), Number(day ?? 1)) ? text : null;
  const [, one, other, late] = YEAR_LAST.exec(text) ?? [];
  if (late === undefined) return null;
  const [a, b, y] = [Number(one), Number(other), Number(late)];
  return isDay(y, a, b) || isDay(y, b, a) ? text : null;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
