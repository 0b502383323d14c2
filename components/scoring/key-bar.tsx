import { memo } from "react";
import { type KeyMap, printedKey } from "@/components/shell/key-map";
import { setSingleKeys, useSingleKeys } from "@/components/shell/single-keys";
import { useKeyMap } from "@/components/shell/use-key-map";
import { Kbd } from "@/components/ui/kbd";

function keysOf(map: KeyMap): readonly { keys: readonly string[]; does: string }[] {
  const key = (deed: keyof KeyMap) => printedKey(map[deed]);
  return [
    { keys: ["↑", "↓"], does: "dimension" },
    { keys: ["1–5"], does: "rate" },
    { keys: [key("not-observed")], does: "not observed" },
    { keys: [key("note")], does: "note" },
    { keys: [key("trap"), "1–4"], does: "trap" },
    { keys: [key("beat")], does: "beat" },
    { keys: [key("probe")], does: "probe" },
    { keys: [key("anchors")], does: "anchors" },
  ];
}

/** The keys at hand, and the switch that turns single keys off. Not shown where there is no keyboard. */
export const KeyBar = memo(function KeyBar() {
  const on = useSingleKeys();
  const keys = keysOf(useKeyMap());
  return (
    <div className="hidden min-h-9 items-center gap-3 border-t border-line text-xs whitespace-nowrap text-soft lg:pointer-fine:flex">
      <div className="flex h-6 min-w-0 flex-1 flex-wrap items-center gap-x-3 overflow-hidden">
        {on ? (
          keys.map((one) => <Keys key={one.does} {...one} />)
        ) : (
          <span>Single keys are off. Tab, arrows and Ctrl+Enter still work.</span>
        )}
      </div>
      {on && <Keys keys={["?"]} does="all" />}
      <button
        type="button"
        aria-pressed={on}
        onClick={() => setSingleKeys(!on)}
        className="min-h-6 rounded-s px-1.5 hover:bg-sunk hover:text-ink"
      >
        Single keys: {on ? "on" : "off"}
      </button>
    </div>
  );
});

function Keys({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <span className="inline-flex h-6 items-center gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      <span className="pl-0.5">{does}</span>
    </span>
  );
}
