import type { ComparedCandidate } from "@/lib/contracts/candidates";
import { answerReading } from "@/lib/domain/beat-readings";
import { BEAT_BANDS, BEATS } from "@/lib/domain/beats";
import { BEAT_LABEL } from "@/lib/domain/labels";
import { BeatBars, secondsText } from "../charts/beat-bars";
import { SumRow } from "./compare-sums";

/** Seconds a beat as each interviewer timed them, over the band; absent when nobody used the timer. */
export function BeatsRow({ candidates }: { candidates: readonly ComparedCandidate[] }) {
  const readings = new Map(
    candidates.map(({ applicationId, cards }) => [
      applicationId,
      cards.flatMap(({ timer, submittedAt }) => answerReading(timer, Date.parse(submittedAt)) ?? []),
    ]),
  );
  if ([...readings.values()].every((each) => each.length === 0)) return null;
  return (
    <SumRow
      title="Beats"
      note="seconds, over the target band; pace is no score"
      candidates={candidates}
      className="border-b border-line"
      cell={({ applicationId }) => {
        const timed = readings.get(applicationId) ?? [];
        if (timed.length === 0) return null;
        const beats = BEATS.map((beat, index) => ({
          name: BEAT_LABEL[beat],
          seconds: timed.map((each) => each.beats[index]?.seconds ?? 0),
          ...BEAT_BANDS[beat],
        }));
        return (
          <>
            <BeatBars beats={beats} />
            <p className="text-xs text-soft">
              Whole answer {secondsText(timed.map(({ seconds }) => seconds))}, n {timed.length}
            </p>
            <p className="sr-only">
              {beats
                .map(({ name, seconds, from, to }) => `${name} ${secondsText(seconds)} of ${from} to ${to}`)
                .join(", ")}
            </p>
          </>
        );
      }}
    />
  );
}
