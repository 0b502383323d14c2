import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { useLateChanges } from "@/lib/client/use-late-changes";
import type { RubricContent } from "@/lib/domain/rubric";
import { fieldWords, valueWords } from "./change-words";

interface LateProps {
  scorecardId: string | null;
  rubric: RubricContent;
}

/** Entered here without having heard that the scorecard was submitted elsewhere: shown until its author has seen it. */
export function Late({ scorecardId, rubric }: LateProps) {
  const { changes, discard } = useLateChanges(scorecardId);
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="late" className="mb-6 border-l-2 border-warn bg-warn-wash px-4 py-3 text-s">
      <h2 id="late" className="text-s font-[560]">
        Entered on this device, not in the submitted scorecard
      </h2>
      <p className="mt-1 max-w-[64ch] text-soft">
        You had submitted it elsewhere before this arrived. Amend the scorecard below where it should count.
      </p>
      <ul className="my-2">
        {changes.map(({ opId, change, wallClock }) => (
          <li key={opId} className="border-t border-line py-2 first:border-0">
            <b className="font-[560]">{fieldWords(change, rubric)}</b>,{" "}
            <LocalTime iso={wallClock} show="time" />:{" "}
            {change.field === "note" && change.value ? (
              <q className="font-serif whitespace-pre-wrap">{change.value.text}</q>
            ) : (
              valueWords(change)
            )}
          </li>
        ))}
      </ul>
      <Button onClick={discard}>I have seen it</Button>
    </section>
  );
}
