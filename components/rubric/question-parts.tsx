import type { RubricVersion } from "@/lib/contracts/rubric";
import { ANSWER_SECONDS, BEAT_BANDS, BEATS } from "@/lib/domain/beats";
import { BEAT_LABEL } from "@/lib/domain/labels";
import { TRAPS } from "@/lib/domain/traps";

/** The four traps and the sign of each. */
export function Traps({ content }: { content: RubricVersion["content"] }) {
  return (
    <section aria-labelledby="traps" data-print="whole" className="border-t border-line-strong pt-4">
      <h2 id="traps">Traps</h2>
      <dl className="mt-2 grid gap-3">
        {TRAPS.map((trap) => (
          <div key={trap}>
            <dt className="font-[560]">{content.traps[trap].name}</dt>
            <dd className="text-s text-soft">{content.traps[trap].sign}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** How long a practised answer stays on each beat. */
export function BeatBands() {
  return (
    <section aria-labelledby="beats" data-print="whole" className="border-t border-line-strong pt-4">
      <h2 id="beats">Beats</h2>
      <dl className="mt-2">
        {BEATS.map((beat) => (
          <div key={beat} className="flex justify-between border-b border-line py-2 text-s last:border-b-0">
            <dt>{BEAT_LABEL[beat]}</dt>
            <dd className="text-soft tabular-nums">
              {BEAT_BANDS[beat].from}–{BEAT_BANDS[beat].to} s
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-s text-soft">
        The whole answer takes {ANSWER_SECONDS.from} to {ANSWER_SECONDS.to} seconds; about{" "}
        {ANSWER_SECONDS.practised} is practised. Pace is information beside the score, never a score.
      </p>
    </section>
  );
}
