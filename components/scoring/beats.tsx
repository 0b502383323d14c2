import clsx from "clsx";
import { BEAT_BANDS, BEATS, type Beat, type TimerReading } from "@/lib/domain/beats";
import { BEAT_LABEL } from "@/lib/domain/labels";

/** A segment is drawn this much longer than its band, so that running over can be seen. */
const HEADROOM = 1.35;

interface BeatsProps {
  reading: TimerReading;
  /** Begins a beat, in any order: candidates skip. Absent on a card that is only read. */
  onBegin?: (beat: Beat) => void;
}

/** The six beats: each fills against its target band. Seconds are information, never a score. */
export function Beats({ reading, onBegin }: BeatsProps) {
  const ended = reading.state === "ended";
  return (
    <ol
      aria-label="Beats of the answer"
      className={clsx(
        "grid min-w-0 grid-cols-[78fr_52fr_94fr_78fr_76fr_66fr] gap-1 text-xs",
        // Under a thumb each is as wide as the next; where that is too narrow, they have a line of their own.
        onBegin
          ? "max-md:grid-cols-6 max-md:gap-0.5 max-[389px]:order-1 max-[389px]:col-span-2"
          : "max-md:grid-cols-3 max-md:gap-y-2",
      )}
    >
      {BEATS.map((beat) => {
        const segment = <Segment beat={beat} reading={reading} ended={ended} named={!onBegin} />;
        const now = reading.beat === beat && !ended;
        return (
          <li key={beat} aria-current={now ? "step" : undefined} className="min-w-0">
            {onBegin && !ended ? (
              <button
                type="button"
                onClick={() => onBegin(beat)}
                aria-label={`Begin ${BEAT_LABEL[beat]}: ${segmentWords(beat, reading)}`}
                className="block w-full rounded-s text-left hover:text-ink max-md:min-h-11 pointer-coarse:min-h-11"
              >
                {segment}
              </button>
            ) : (
              <>
                <span className="sr-only">{`${BEAT_LABEL[beat]}: ${segmentWords(beat, reading)}`}</span>
                {segment}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface SegmentProps {
  beat: Beat;
  reading: TimerReading;
  ended: boolean;
  /** Also on a phone; in the cockpit's sticky strip there is room for the seconds alone. */
  named: boolean;
}

function Segment({ beat, reading, ended, named }: SegmentProps) {
  const spent = reading.beatMs[beat] / 1_000;
  const { from, to } = BEAT_BANDS[beat];
  const width = (at: number) => (Math.min(at, to * HEADROOM) / (to * HEADROOM)) * 100;
  const now = reading.beat === beat && !ended;
  return (
    <span aria-hidden className={clsx("block", now ? "font-[600] text-ink" : "text-soft")}>
      <svg aria-hidden viewBox="0 0 100 12" preserveAspectRatio="none" className="mb-1 block h-3 w-full">
        <rect x="0" y="0" width="100" height="8" rx="1" className="fill-sunk" />
        <rect x="0" y="7.5" width="100" height="0.5" className="fill-line-strong" />
        <rect
          x="0"
          y="0"
          width={width(Math.min(spent, to))}
          height="8"
          className={now ? "fill-accent" : "fill-level-4"}
        />
        {spent > to && (
          <rect x={width(to)} y="0" width={width(spent) - width(to)} height="8" className="fill-warn" />
        )}
        <rect
          x={width(from)}
          y="10"
          width={width(to) - width(from)}
          height="2"
          className="fill-line-strong"
        />
      </svg>
      <span className={clsx("flex gap-1 leading-4", !ended && "max-md:hidden")}>
        <span className={clsx("truncate", !named && "max-md:hidden")}>{BEAT_LABEL[beat]}</span>
        {spent >= 1 && <b className="font-[600] text-ink">{Math.floor(spent)}</b>}
      </span>
      {ended && (
        <span className={clsx("block leading-4 text-faint", !named && "max-md:hidden")}>
          {from}–{to} s
        </span>
      )}
    </span>
  );
}

function segmentWords(beat: Beat, reading: TimerReading): string {
  const { from, to } = BEAT_BANDS[beat];
  return `${Math.floor(reading.beatMs[beat] / 1_000)} seconds, target ${from} to ${to}`;
}
