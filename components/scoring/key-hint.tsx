import { type KeyDeed, printedKey } from "@/components/shell/key-map";
import { useKeyMap } from "@/components/shell/use-key-map";
import { Kbd } from "@/components/ui/kbd";

/** A key printed on its control: for the eye, where there is a keyboard. The control's name stays its own. */
export function KeyHint({ deed }: { deed: KeyDeed }) {
  const keys = useKeyMap();
  return (
    <span aria-hidden className="pointer-coarse:hidden">
      <Kbd>{printedKey(keys[deed])}</Kbd>
    </span>
  );
}
