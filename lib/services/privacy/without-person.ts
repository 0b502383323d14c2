import { gunzipSync, gzipSync } from "node:zlib";

/** Who is to be found no more, and what stands in their place. */
export interface Leaving {
  name: string;
  email: string | null;
  standIn: string;
}

/** A compressed file that unpacks to more than this is more than anybody could have looked at. */
const UNPACKED_MAX_BYTES = 500_000_000;
/** Beside a name, a letter makes it somebody else's: Ann is not in Joanna. */
const LETTER = "[0-9A-Za-z]";

/**
 * A file without a person's full name and address, in whatever case and in the encodings that spreadsheets write;
 * "Last, First" is the same name. Everything else stays byte for byte. Null when the file cannot be read through.
 */
export function withoutPerson(file: Buffer, leaving: Leaving): Buffer | null {
  const zipped = file[0] === 0x1f && file[1] === 0x8b;
  try {
    const plain = zipped ? gunzipSync(file, { maxOutputLength: UNPACKED_MAX_BYTES }) : file;
    const cleared = clear(plain, leaving);
    if (cleared.equals(plain)) return file;
    return zipped ? gzipSync(cleared) : cleared;
  } catch {
    return null;
  }
}

/** The same of a line of text. */
export function textWithout(text: string, leaving: Leaving): string {
  return clear(Buffer.from(text), leaving).toString();
}

/** Each byte as a letter of its own: what is not touched comes back as it was, whatever it means. */
function clear(bytes: Buffer, { name, email, standIn }: Leaving): Buffer {
  let text = bytes.toString("latin1");
  const tried = new Set<string>();
  // Only a wide encoding has empty bytes.
  for (const encoding of bytes.includes(0) ? ENCODINGS : ENCODINGS.slice(0, 2)) {
    const inBytes = (words: string) => Buffer.from(words, encoding).toString("latin1");
    const letters = lettersOf(inBytes, encoding === "utf16le" ? "\\x00" : "");
    const [whole, halves] = [wholeNames(name, email, letters), halfNames(name, letters)];
    if (tried.has(whole)) continue;
    tried.add(whole);
    text = text.replace(new RegExp(whole, "gi"), () => inBytes(standIn));
    if (halves === "") continue;
    // In two cells: both stay, so that every row keeps its columns.
    text = text.replace(new RegExp(halves, "gi"), (_, ...found: unknown[]) => {
      const between = found.find((group) => typeof group === "string" && group !== text);
      return `${inBytes(standIn)}${String(between)}${inBytes("-")}`;
    });
  }
  return Buffer.from(text, "latin1");
}

const ENCODINGS = ["utf8", "latin1", "utf16le"] as const;

/** How an encoding writes what a pattern is made of. */
interface Letters {
  plain(words: string): string;
  letter: string;
  space: string;
  /** From one cell to the next. */
  between: string;
}

/** @param rest the bytes of an ASCII letter after its first */
function lettersOf(inBytes: (words: string) => string, rest: string): Letters {
  const plain = (words: string) => inBytes(words).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const any = (characters: string) => `(?:${[...characters].map(plain).join("|")})`;
  const quote = `(?:${plain('"')})?`;
  return {
    plain,
    letter: `${LETTER}${rest}`,
    space: any(" \t"),
    between: `(${quote}${any(",;\t|")}(?:${plain(" ")})*${quote})`,
  };
}

/** Letters beyond ASCII know no case in bytes: each case is a spelling. */
function spellings(words: readonly string[]): string[][] {
  const forms = [
    (word: string) => word.normalize("NFC"),
    (word: string) => word.normalize("NFD"),
    (word: string) => word.toLowerCase(),
    (word: string) => word.toUpperCase(),
  ];
  const all = forms.map((form) => words.map(form));
  return [...new Map(all.map((spelt) => [spelt.join(" "), spelt])).values()];
}

const partsOf = (name: string) => name.trim().split(/\s+/);

/** The name in one cell or sentence, and the address. */
function wholeNames(name: string, email: string | null, letters: Letters): string {
  const { plain, letter, space } = letters;
  return [partsOf(name), ...(email ? [[email]] : [])]
    .flatMap((words) =>
      spellings(words).map((spelt) => {
        const named = spelt.map(plain).join(`${space}+`);
        // A first name alone is theirs only where it stands alone.
        return words.length > 1 || words[0] === email
          ? `(?<!${letter})${named}(?!${letter})`
          : standingAlone(named, letters);
      }),
    )
    .join("|");
}

/** First name and last in two cells beside each other, or "Last, First" in one. */
function halfNames(name: string, letters: Letters): string {
  const parts = partsOf(name);
  if (parts.length === 1) return "";
  return spellings(parts)
    .flatMap((spelt) => {
      const first = spelt.slice(0, -1).map(letters.plain).join(`${letters.space}+`);
      const last = letters.plain(spelt.at(-1) ?? "");
      return [`${last}${letters.between}${first}`, `${first}${letters.between}${last}`];
    })
    .map((named) => standingAlone(named, letters))
    .join("|");
}

const standingAlone = (named: string, { letter, space }: Letters) =>
  `(?<!${letter}|${letter}${space})${named}(?!${letter}|${space}${letter})`;
