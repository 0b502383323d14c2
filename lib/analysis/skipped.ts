/** A line that was left out, and why. */
export interface Skipped {
  readonly line: number;
  readonly reason: string;
}

/** So many are listed one by one; a file with more has one cause, and the count says it. */
export const MOST_LISTED = 1000;

/** Lines left out: the first thousand in words, all of them counted. */
export class SkippedLines {
  readonly listed: Skipped[] = [];
  count = 0;

  add(line: number, reason: string): void {
    this.count++;
    if (this.listed.length < MOST_LISTED) this.listed.push({ line, reason });
  }
}
