const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\ba rater\b/g, "an interviewer"],
  [/\bA rater\b/g, "An interviewer"],
  [/\braters\b/g, "interviewers"],
  [/\brater\b/g, "interviewer"],
  [/\bunits\b/g, "candidates"],
  [/\bunit\b/g, "candidate"],
  [/\bUnits\b/g, "Candidates"],
];

/** A reason of lib/stats, which knows units and raters only, in the words of a panel. */
export function inWords(detail: string): string {
  return WORDS.reduce((text, [word, ours]) => text.replace(word, ours), detail);
}
