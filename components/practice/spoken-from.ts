import { BEATS, type Beat } from "@/lib/domain/beats";
import { type SpokenBeat, wordCount } from "@/lib/domain/practice-answer";

/** An ordinary pace for somebody who has told the story before. */
const WORDS_A_MINUTE = 150;

/** The beats that have words, in order, each with the seconds its words take at an ordinary pace. */
export function spokenFrom(words: Record<Beat, string>): SpokenBeat[] {
  return BEATS.flatMap((beat) => {
    const said = words[beat].trim();
    const seconds = Math.max(1, Math.round((wordCount(said) / WORDS_A_MINUTE) * 60));
    return said === "" ? [] : [{ beat, words: said, seconds }];
  });
}
