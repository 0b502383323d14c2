/** What a single key of the scoring area can be made to do. Digits rate and arrows move: those stay. */
export const KEY_DEEDS = [
  "next",
  "previous",
  "not-observed",
  "note",
  "trap",
  "recommend",
  "beat",
  "probe",
  "anchors",
  "names",
] as const;
export type KeyDeed = (typeof KEY_DEEDS)[number];
export type KeyMap = Record<KeyDeed, string>;

/** The keys as Plumbline brings them (screens.md, 2). */
export const DEFAULT_KEYS: KeyMap = {
  next: "j",
  previous: "k",
  "not-observed": "0",
  note: "n",
  trap: "x",
  recommend: "r",
  beat: "t",
  probe: "p",
  anchors: "a",
  names: "h",
};

export const KEY_DEED_WORDS: Record<KeyDeed, string> = {
  next: "Next dimension",
  previous: "Dimension before",
  "not-observed": "Not observed",
  note: "Begin a note of evidence",
  trap: "Flag a trap, before 1 to 4",
  recommend: "Recommend, before 1 to 5",
  beat: "Start the answer, next beat, end",
  probe: "Probing on and off",
  anchors: "All anchors of the row",
  names: "Blur names, show names",
};

/** What a kept text says; the defaults where it cannot be used, all of them where two deeds would share a key. */
export function keyMapOf(kept: string | null): KeyMap {
  const chosen = parsed(kept);
  const map = { ...DEFAULT_KEYS };
  for (const deed of KEY_DEEDS) {
    const key = chosen[deed];
    if (typeof key === "string" && reservedKey(key) === null) map[deed] = key;
  }
  return new Set(Object.values(map)).size === KEY_DEEDS.length ? map : DEFAULT_KEYS;
}

/** Why a key cannot be had for a deed, in words; null when it can. */
export function refusedKey(key: string, deed: KeyDeed, map: KeyMap): string | null {
  const reserved = reservedKey(key);
  if (reserved !== null) return reserved;
  const other = KEY_DEEDS.find((one) => one !== deed && map[one] === key);
  return other ? `${printedKey(key)} is “${KEY_DEED_WORDS[other]}” already` : null;
}

function reservedKey(key: string): string | null {
  if ([...key].length !== 1 || key.trim() === "") return "Choose one letter, figure or sign";
  if (/^[1-5]$/.test(key)) return "1 to 5 rate, and stay so";
  return key === "?" ? "? lists the keys, and stays so" : null;
}

/** The key as it is printed on a keyboard. */
export function printedKey(key: string): string {
  return key.toUpperCase();
}

function parsed(kept: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(kept ?? "{}");
    return value !== null && typeof value === "object" ? { ...value } : {};
  } catch {
    return {};
  }
}
