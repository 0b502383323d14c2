/** Somebody whose name must not be read in another person's file, and what stands there instead. */
export interface Other {
  name: string;
  email: string | null;
  as: string;
  /** Known by parts of the name too, as colleagues are: "Ada said". Only for few, or plain words would go with them. */
  byParts: boolean;
}

/** Shorter parts of names are everyday words too often. */
const PART_MIN_LETTERS = 3;
const LETTER = /[\p{L}\p{N}]/u;
const RUN = /[\p{L}\p{N}]+/gu;
/** Scripts that put no space between a name and the word after it. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

interface Term {
  text: string;
  as: string;
  /** A part of a name counts only where it is written like a name: "Will", not "will". */
  capital: boolean;
}

/**
 * Takes other people's names and addresses out of free text, whole words only, whatever their case. What is the
 * person's own name stays, also where somebody else shares it.
 * @example redactor([{ name: "Ada Lindgren", email: null, as: "Interviewer 1", byParts: true }], [])("Ada asked") // "Interviewer 1 asked"
 */
export function redactor(others: readonly Other[], own: readonly string[]): (text: string) => string {
  const kept = new Set(own.flatMap((name) => [fold(name), ...partsOf(name).map(fold)]));
  const terms = others.flatMap(termsOf).filter(({ text }) => !kept.has(fold(text)));
  const unspaced = terms.filter(({ text }) => UNSPACED.test(text));
  const byFirstRun = new Map<string, Term[]>();
  for (const term of terms) {
    const [first] = term.text.match(RUN) ?? [];
    if (!first || UNSPACED.test(term.text)) continue;
    byFirstRun.set(fold(first), [...(byFirstRun.get(fold(first)) ?? []), term]);
  }
  for (const sharing of byFirstRun.values()) sharing.sort((a, b) => b.text.length - a.text.length);
  return (text) => {
    const plain = unspaced.reduce(
      (said, { text: name, as }) => said.replaceAll(name, as),
      text.normalize("NFC"),
    );
    return withoutTerms(plain, byFirstRun);
  };
}

function withoutTerms(text: string, byFirstRun: ReadonlyMap<string, readonly Term[]>): string {
  let [said, from] = ["", 0];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (index < from) continue;
    const found = byFirstRun.get(fold(run))?.find((term) => standsAt(text, index, term));
    if (!found) continue;
    said += text.slice(from, index) + found.as;
    from = index + found.text.length;
  }
  return said + text.slice(from);
}

function standsAt(text: string, index: number, { text: name, capital }: Term): boolean {
  const there = text.slice(index, index + name.length);
  if (fold(there) !== fold(name) || LETTER.test(text[index + name.length] ?? "")) return false;
  return !capital || there.charAt(0) !== there.charAt(0).toLowerCase();
}

function termsOf({ name, email, as, byParts }: Other): Term[] {
  const whole = [name, ...(email ? [email] : [])].map((text) => ({
    text: text.trim().normalize("NFC"),
    as,
    capital: false,
  }));
  const parts = byParts ? partsOf(name).map((text) => ({ text, as, capital: true })) : [];
  return [...whole, ...parts.filter(({ text }) => !whole.some((one) => one.text === text))];
}

function partsOf(name: string): string[] {
  return name
    .normalize("NFC")
    .split(/\s+/)
    .filter((part) => part.length >= PART_MIN_LETTERS);
}

function fold(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}
