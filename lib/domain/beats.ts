/** The six beats of the answer, in the order they are told. */
export const BEATS = ["situation", "task", "mistake", "noticing", "result", "bridge"] as const;
export type Beat = (typeof BEATS)[number];

/** Seconds a practised answer spends on each beat (product.md, section 1). */
export const BEAT_BANDS: Record<Beat, { from: number; to: number }> = {
  situation: { from: 10, to: 15 },
  task: { from: 5, to: 10 },
  mistake: { from: 20, to: 30 },
  noticing: { from: 30, to: 40 },
  result: { from: 20, to: 30 },
  bridge: { from: 4, to: 10 },
};

/** The whole answer: practised at about 100 s; past 120 s it reads as evasion. Information, never a score. */
export const ANSWER_SECONDS = { from: 90, practised: 100, to: 120 } as const;

/** The timer is a list of events, never a running number: exact after sleep, reload and a hidden tab. */
export const TIMER_EVENTS = ["beat", "probe-on", "probe-off", "pause", "resume", "end", "reset"] as const;
export type TimerEventKind = (typeof TIMER_EVENTS)[number];

export interface TimerEvent {
  id: string;
  kind: TimerEventKind;
  /** Set when `kind` is "beat": the beat that begins here. */
  beat: Beat | null;
  /** Wall clock, ms since 1970. Order and gaps count; the absolute time only labels. */
  at: number;
}

export interface TimerReading {
  state: "ready" | "running" | "probing" | "paused" | "ended";
  /** Candidate's answer time in ms: probing and pauses left out. */
  answerMs: number;
  probeMs: number;
  beat: Beat | null;
  beatMs: Record<Beat, number>;
}

const NO_TIME: Record<Beat, number> = {
  situation: 0,
  task: 0,
  mistake: 0,
  noticing: 0,
  result: 0,
  bridge: 0,
};

/**
 * What the timer shows at `now`, from its events alone.
 * @param events in any order; @param now ms on the same clock as the events
 */
export function readTimer(events: readonly TimerEvent[], now: number): TimerReading {
  const reading: TimerReading = {
    state: "ready",
    answerMs: 0,
    probeMs: 0,
    beat: null,
    beatMs: { ...NO_TIME },
  };
  let since = 0;
  const spend = (until: number) => {
    const ms = Math.max(0, until - since);
    if (reading.state === "running") {
      reading.answerMs += ms;
      if (reading.beat) reading.beatMs[reading.beat] += ms;
    } else if (reading.state === "probing") reading.probeMs += ms;
    since = Math.max(since, until);
  };
  // What a pause interrupted: resumed probing is still probing, never the candidate's answer time.
  let interrupted: "running" | "probing" = "running";
  for (const event of [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    if (event.kind === "reset") {
      Object.assign(reading, { state: "ready", answerMs: 0, probeMs: 0, beat: null, beatMs: { ...NO_TIME } });
      continue;
    }
    if (reading.state === "ended") continue;
    if (reading.state === "ready") since = event.at;
    spend(event.at);
    if (event.kind === "beat") reading.beat = event.beat;
    if (event.kind === "probe-off") interrupted = "running";
    else if (reading.state === "running" || reading.state === "probing") interrupted = reading.state;
    reading.state = stateAfter(event.kind, reading.state, interrupted);
  }
  if (reading.state === "running" || reading.state === "probing") spend(now);
  return reading;
}

/** An event that makes no sense in a state (a late tap, a second device) changes nothing. */
function stateAfter(
  kind: Exclude<TimerEventKind, "reset">,
  state: TimerReading["state"],
  interrupted: "running" | "probing",
): TimerReading["state"] {
  switch (kind) {
    case "beat":
      return "running";
    case "probe-on":
      return state === "running" ? "probing" : state;
    case "probe-off":
      return state === "probing" || state === "paused" ? "running" : state;
    case "pause":
      return state === "ready" ? state : "paused";
    case "resume":
      return state === "paused" ? interrupted : state;
    case "end":
      return "ended";
  }
}

/** The beat that T begins next: the first when ready, else the one after the present; null after the last. */
export function nextBeat(reading: TimerReading): Beat | null {
  if (reading.beat === null) return BEATS[0];
  return BEATS[BEATS.indexOf(reading.beat) + 1] ?? null;
}

/** Minutes and seconds as printed on the clock: `1:07`. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
