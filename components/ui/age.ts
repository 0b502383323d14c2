const HOUR_MS = 3_600_000;

/** How long ago something was, as people say it: recollection fades within the day, so hours come first. */
export function ageWords(at: string, now: number): string {
  const hours = Math.floor((now - Date.parse(at)) / HOUR_MS);
  if (hours < 24) return `${Math.max(1, hours)} h ago`;
  const days = Math.floor(hours / 24);
  if (days === 1) return "1 day ago";
  return days < 14 ? `${days} days ago` : `${Math.floor(days / 7)} weeks ago`;
}
