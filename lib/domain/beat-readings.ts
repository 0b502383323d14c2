import { ANSWER_SECONDS, BEAT_BANDS, BEATS, type Beat, readTimer, type TimerEvent } from "./beats";

export interface BeatReading {
  beat: Beat;
  seconds: number;
  from: number;
  to: number;
  /** Information beside the score, never a score. */
  against: "under" | "within" | "over" | "none";
}

export interface AnswerReading {
  beats: BeatReading[];
  /** The candidate's own time: probes and pauses left out. */
  seconds: number;
  against: "under" | "within" | "over";
}

function against(seconds: number, { from, to }: { from: number; to: number }): "under" | "within" | "over" {
  if (seconds < from) return "under";
  return seconds > to ? "over" : "within";
}

/** The seconds spent on each beat against its target band; null when the timer was never started. */
export function answerReading(timer: readonly TimerEvent[], until: number): AnswerReading | null {
  const reading = readTimer(timer, until);
  const whole = (ms: number) => Math.round(ms / 1000);
  if (reading.answerMs === 0) return null;
  const seconds = whole(reading.answerMs);
  return {
    seconds,
    against: against(seconds, ANSWER_SECONDS),
    beats: BEATS.map((beat) => {
      const spent = whole(reading.beatMs[beat]);
      const band = BEAT_BANDS[beat];
      return { beat, seconds: spent, ...band, against: spent === 0 ? "none" : against(spent, band) };
    }),
  };
}
