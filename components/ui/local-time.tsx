"use client";

import { useSyncExternalStore } from "react";

const FORMATS = {
  time: { hour: "2-digit", minute: "2-digit" },
  day: { weekday: "short", day: "numeric", month: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

interface LocalTimeProps {
  iso: string;
  show: keyof typeof FORMATS;
  /** Ms since 1970: an hour of another day than this one's names its weekday. */
  today?: number;
}

/** A moment in the reader's own time zone. Until the browser has spoken, in UTC. */
export function LocalTime({ iso, show, today }: LocalTimeProps) {
  const zone = useSyncExternalStore(never, hereZone, () => "UTC");
  const said = (options: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }).format(at);
  const at = Date.parse(iso);
  const otherDay = today !== undefined && said(FORMATS.day, at) !== said(FORMATS.day, today);
  const words = said(otherDay ? { weekday: "short", ...FORMATS[show] } : FORMATS[show], at);
  return <time dateTime={iso}>{words}</time>;
}

const never = () => () => {};
const hereZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
