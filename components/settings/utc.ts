const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** The server and the browser must print the same, so the zone is named: UTC. */
export function momentInUtc(instant: string): string {
  return `${MOMENT.format(new Date(instant))} UTC`;
}

export function dayInUtc(instant: string): string {
  return DAY.format(new Date(instant));
}
