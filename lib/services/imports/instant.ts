const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A spreadsheet's empty date is 1899-12-30 or the year 0: neither is when somebody was interviewed. */
const EARLIEST_YEAR = 1900;

/** An ISO date or time; without a zone it is UTC, so that the same file means the same everywhere. */
export function parseInstant(text: string): Date | null {
  if (!ISO.test(text)) return null;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text) || text.length === 10 ? text : `${text}Z`;
  const date = new Date(zoned.replace(" ", "T"));
  return isDay(text.slice(0, 10)) && !Number.isNaN(date.getTime()) ? date : null;
}

/** `Date` reads 31 February as 3 March; a file that says so has a mistake in it. */
function isDay(text: string): boolean {
  const day = new Date(text);
  return (
    Number(text.slice(0, 4)) >= EARLIEST_YEAR &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text)
  );
}
