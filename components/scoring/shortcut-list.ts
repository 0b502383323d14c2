import { type KeyMap, printedKey } from "@/components/shell/key-map";
import type { ShortcutList } from "@/components/shell/shortcuts";
import type { Command } from "./keys";

/** The cockpit's keys as they are on this device, for the `?` sheet; some can be run from the palette too. */
export function cockpitShortcuts(keys: KeyMap, run: (command: Command) => void): ShortcutList {
  const key = (deed: keyof KeyMap) => printedKey(keys[deed]);
  return {
    title: "Scoring",
    shortcuts: [
      { keys: ["↑", "↓"], does: `Dimension before, next (also ${key("previous")} and ${key("next")})` },
      { keys: ["←", "→"], does: "Walk the five cells of a row; the ends are ends" },
      { keys: ["1–5"], does: "Rate; for calibration 1 is −2 and 5 is +2" },
      { keys: ["Shift", "1–5"], does: "Rate and go on to the next row" },
      { keys: [key("not-observed")], does: "Not observed" },
      { keys: ["Delete"], does: "Take the rating back" },
      { keys: [key("note")], does: "Begin a note of evidence" },
      { keys: ["Esc"], does: "Leave the note" },
      { keys: [key("trap"), "1–4"], does: "Flag a trap, or take it back" },
      { keys: [key("recommend"), "1–5"], does: "Recommend: strong no, no, yes, strong yes, no decision" },
      { keys: [key("beat")], does: "Start the answer, next beat, end", run: () => run({ do: "beat" }) },
      {
        keys: [key("probe")],
        does: "Probing on and off; marks the probe asked",
        run: () => run({ do: "probe" }),
      },
      { keys: ["Space"], does: "Pause and resume, with focus on the timer", run: () => run({ do: "pause" }) },
      { keys: [key("anchors")], does: "All anchors of the row", run: () => run({ do: "anchors" }) },
      {
        keys: [key("names")],
        does: "Blur names on a shared screen, show them again",
        run: () => run({ do: "names" }),
      },
      { keys: ["Ctrl", "Enter"], does: "Submit (⌘ Enter on a Mac)", run: () => run({ do: "submit" }) },
    ],
  };
}
