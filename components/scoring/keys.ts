import { DEFAULT_KEYS, KEY_DEEDS, type KeyDeed, type KeyMap } from "@/components/shell/key-map";

/** What one press in the scoring area asks for. */
export type Command =
  | { do: "dimension"; by: 1 | -1 }
  | { do: "rate"; nth: number }
  /** Rates, and goes on to the next row at once. */
  | { do: "rate-and-go-on"; nth: number }
  | { do: "trap"; nth: number }
  | { do: "recommend"; nth: number }
  | { do: "arm"; what: Armed }
  | {
      do:
        | "not-observed"
        | "clear"
        | "note"
        | "leave-note"
        | "disarm"
        | "beat"
        | "probe"
        | "pause"
        | "anchors"
        | "names"
        | "submit";
    };

/** X waits for a trap's number, R for a recommendation's. */
export type Armed = "trap" | "recommendation";

export interface Press {
  key: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  /** Where the key is, whatever it prints: shift and a digit print signs that differ by country. */
  code: string;
  /** Held down: only moving repeats. */
  repeat: boolean;
}

/** Where the press landed. */
export interface Place {
  /** In a text field: letters are text. */
  typing: boolean;
  /** On a control that space presses. */
  pressable: boolean;
  area: "rows" | "verdict" | "strip" | "elsewhere";
  armed: Armed | null;
  shortcutsOn: boolean;
}

const COMMANDS: Record<KeyDeed, Command> = {
  next: { do: "dimension", by: 1 },
  previous: { do: "dimension", by: -1 },
  "not-observed": { do: "not-observed" },
  note: { do: "note" },
  trap: { do: "arm", what: "trap" },
  recommend: { do: "arm", what: "recommendation" },
  beat: { do: "beat" },
  probe: { do: "probe" },
  anchors: { do: "anchors" },
  names: { do: "names" },
};

/** The command of a press, or null when the press is not ours. Pure; the cockpit carries it out. */
export function commandOf(press: Press, place: Place, keys: KeyMap = DEFAULT_KEYS): Command | null {
  if (press.key === "Enter" && (press.ctrl || press.meta)) return { do: "submit" };
  if (press.ctrl || press.meta || press.alt) return null;
  if (press.key === "Escape")
    return place.typing ? { do: "leave-note" } : place.armed ? { do: "disarm" } : null;
  if (place.typing) return null;
  if (place.area === "rows" || place.area === "strip") {
    if (press.key === "ArrowDown") return { do: "dimension", by: 1 };
    if (press.key === "ArrowUp") return { do: "dimension", by: -1 };
  }
  if (press.key === " ") return place.area === "strip" && !place.pressable ? { do: "pause" } : null;
  if (!place.shortcutsOn) return null;
  const nth = digitOf(press);
  if (nth !== null) return press.repeat ? null : commandOfDigit(nth, press, place);
  if (press.key === "Delete" || press.key === "Backspace") return press.repeat ? null : { do: "clear" };
  const deed = KEY_DEEDS.find((one) => keys[one] === press.key.toLowerCase());
  const command = deed ? COMMANDS[deed] : null;
  return press.repeat && command?.do !== "dimension" ? null : command;
}

function commandOfDigit(nth: number, press: Press, place: Place): Command {
  if (place.armed === "trap") return nth <= 4 ? { do: "trap", nth } : { do: "disarm" };
  if (place.armed === "recommendation" || place.area === "verdict") return { do: "recommend", nth };
  return { do: press.shift ? "rate-and-go-on" : "rate", nth };
}

/** 1 to 5, by what the key prints or, with shift, by where it is. */
function digitOf({ key, code, shift }: Press): number | null {
  const [, digit] = (shift ? /^Digit([1-5])$/.exec(code) : /^([1-5])$/.exec(key)) ?? [];
  return digit === undefined ? null : Number(digit);
}
