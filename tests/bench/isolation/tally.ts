/** Answers of one kind by status; 0 is a request that the end of a round cut off. */
export type Tally = Record<string, Record<number, number>>;

export function count(tally: Tally, kind: string, status: number, by = 1): void {
  const answers = tally[kind] ?? {};
  answers[status] = (answers[status] ?? 0) + by;
  tally[kind] = answers;
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum: Tally = {};
  for (const tally of tallies)
    for (const [kind, answers] of Object.entries(tally))
      for (const [status, times] of Object.entries(answers)) count(sum, kind, Number(status), times);
  return sum;
}
