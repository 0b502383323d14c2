import { Eye, EyeOff } from "lucide-react";
import { setHiddenNames, useHiddenNames } from "@/components/shell/hidden-names";

/** Blurs the names on this screen, for when it is shared. */
export function NameBlur() {
  const hidden = useHiddenNames();
  const Icon = hidden ? EyeOff : Eye;
  return (
    <button
      type="button"
      aria-pressed={hidden}
      aria-label="Blur names"
      title={hidden ? "Show names (H)" : "Blur names on a shared screen (H)"}
      onClick={() => setHiddenNames(!hidden)}
      className="inline-grid size-6 shrink-0 place-items-center rounded-s text-faint hover:text-ink aria-pressed:text-accent pointer-coarse:-my-2.5 pointer-coarse:size-11"
    >
      <Icon aria-hidden className="size-3.5" />
    </button>
  );
}
