/** A piece of a text, and whether it is quoted somewhere. */
export interface Stretch {
  /** Where it begins. */
  at: number;
  text: string;
  marked: boolean;
}

/** Cuts a text where its quoted parts begin and end; overlapping quotations become one. */
export function stretches(text: string, quoted: readonly string[]): Stretch[] {
  const marked = Array.from({ length: text.length }, () => false);
  for (const words of quoted) {
    for (let at = text.indexOf(words); words !== "" && at !== -1; at = text.indexOf(words, at + words.length))
      marked.fill(true, at, at + words.length);
  }
  const cuts = marked.flatMap((one, at) => (at === 0 || one !== marked[at - 1] ? [at] : []));
  return cuts.map((at, place) => ({
    at,
    text: text.slice(at, cuts[place + 1]),
    marked: marked[at] ?? false,
  }));
}
