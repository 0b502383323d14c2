const DIGITS = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** "15.6 MB", or kB below one. */
export function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${DIGITS.format(bytes / 1_000)} kB` : `${DIGITS.format(bytes / 1_000_000)} MB`;
}

const WHOLE = new Intl.NumberFormat("en-GB");

/** "1,204 ratings" */
export function countOf(count: number, one: string, many: string): string {
  return `${WHOLE.format(count)} ${count === 1 ? one : many}`;
}
