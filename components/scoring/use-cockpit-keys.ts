import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useShortcuts } from "@/components/shell/shortcuts";
import { isTyping, useSingleKeys } from "@/components/shell/single-keys";
import { useKeyMap } from "@/components/shell/use-key-map";
import { type Armed, type Command, commandOf, type Place } from "./keys";
import { cockpitShortcuts } from "./shortcut-list";

/** The area of the cockpit an element stands in, by its `data-area`. */
function areaOf(target: Element): Place["area"] {
  const area = target.closest<HTMLElement>("[data-area]")?.dataset.area;
  return area === "rows" || area === "strip" || area === "verdict" ? area : "elsewhere";
}

/** The key handler of the scoring area: reads a press, runs its command. Keys elsewhere on the page never reach it. */
export function useCockpitKeys(armed: Armed | null, run: (command: Command) => void) {
  const shortcutsOn = useSingleKeys();
  const keys = useKeyMap();
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target;
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(target instanceof Element)) return;
    const command = commandOf(
      {
        key: event.key,
        code: event.code,
        ctrl: event.ctrlKey,
        meta: event.metaKey,
        alt: event.altKey,
        shift: event.shiftKey,
        repeat: event.repeat,
      },
      {
        typing: isTyping(target),
        pressable: target.closest("button, a, input, summary") !== null,
        area: areaOf(target),
        armed,
        shortcutsOn,
      },
      keys,
    );
    if (!command) return;
    event.preventDefault();
    run(command);
  };
}

/** Tells the `?` sheet and the palette about the cockpit's keys, as they are on this device. */
export function useCockpitShortcuts(run: (command: Command) => void): void {
  const keys = useKeyMap();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useShortcuts(useMemo(() => cockpitShortcuts(keys, (command) => latest.current(command)), [keys]));
}
