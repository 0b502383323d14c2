/** A spreadsheet runs text that begins with one of these, also after apostrophes of its own. */
const RUNS = /^'*[=+\-@\t\r＝＋－＠]/;
/** A signed number does nothing but be one. */
const NUMBER = /^[+-]\d+(\.\d+)?$/;
const NEUTRALISED = /^'+[=+\-@\t\r＝＋－＠]/;

/** Text as a file for spreadsheets may hold it: what would run as a formula gets an apostrophe in front. */
export function neutralised(text: string): string {
  return RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text again as it was: `restored(neutralised(text))` is `text`, whatever it is. */
export function restored(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text;
}
