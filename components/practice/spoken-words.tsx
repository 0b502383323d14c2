import { BEAT_LABEL } from "@/lib/domain/labels";
import type { SpokenBeat } from "@/lib/domain/practice-answer";
import { stretches } from "./stretches";
import { lengthText } from "./words";

interface SpokenWordsProps {
  spoken: readonly SpokenBeat[];
  quoted: readonly string[];
}

/** The whole answer, beat by beat, with the quoted words marked. */
export function SpokenWords({ spoken, quoted }: SpokenWordsProps) {
  return (
    <div className="grid gap-3">
      {spoken.map(({ beat, seconds, words }) => (
        <p key={words} className="font-serif">
          <span className="block font-sans text-xs text-soft">
            {BEAT_LABEL[beat]}, {lengthText(seconds)}
          </span>
          {stretches(words, quoted).map(({ at, text, marked }) =>
            marked ? (
              <mark
                key={at}
                className="bg-accent-wash text-ink underline decoration-accent underline-offset-4"
              >
                {text}
              </mark>
            ) : (
              <span key={at}>{text}</span>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
