/** A moment as `datetime-local` writes it, in this device's own zone. */
export function localText(at: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The stated moment as ISO; null for none; undefined while it is not one, or lies ahead. */
export function instantOf(text: string, now: Date): string | null | undefined {
  if (text === "") return null;
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || at.getTime() <= 0 || at > now) return undefined;
  return at.toISOString();
}
