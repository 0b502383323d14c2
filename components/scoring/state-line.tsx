import clsx from "clsx";
import { Check, CircleDashed, Lock, TriangleAlert, UserRoundX } from "lucide-react";
import type { Outbox } from "@/lib/client/outbox-state";
import { hasUnsaved, type SaveState, saveStateOf } from "@/lib/client/save-state";

const FACE: Record<SaveState, { icon: typeof Check; words: string }> = {
  saved: { icon: Check, words: "Saved" },
  opening: { icon: CircleDashed, words: "Opening…" },
  writing: { icon: CircleDashed, words: "Writing…" },
  "in-this-tab": { icon: TriangleAlert, words: "Only in this tab" },
  "on-this-device": { icon: CircleDashed, words: "On this device" },
  "signed-out": { icon: UserRoundX, words: "On this device, signed out" },
  refused: { icon: TriangleAlert, words: "Not all saved" },
  submitted: { icon: Lock, words: "Submitted" },
};

const LOST_IF_CLOSED = { icon: UserRoundX, words: "Only in this tab, signed out" };

/** A hiccup is not worth a sentence; two failures in a row are. */
const SAY_FROM_FAILURES = 2;

/** True while the line alone would not be enough: something needs a sentence. */
export function worryOf(outbox: Outbox): "away" | "signed-out" | "refused" | "memory" | null {
  const state = saveStateOf(outbox);
  if (state === "signed-out" || state === "refused") return state;
  if (hasUnsaved(outbox) && outbox.failures >= SAY_FROM_FAILURES) return "away";
  return outbox.storage === "memory" ? "memory" : null;
}

/** Where the work is, in one fixed place. It never says a state that is not true yet. */
export function StateLine({ outbox }: { outbox: Outbox }) {
  const state = saveStateOf(outbox);
  const { icon: Icon, words } =
    state === "signed-out" && outbox.storage === "memory" ? LOST_IF_CLOSED : FACE[state];
  return (
    <p
      role="status"
      className={clsx(
        "flex items-start justify-end gap-1.5 text-right text-s leading-5",
        worryOf(outbox) ? "text-warn" : "text-soft",
      )}
    >
      <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", state === "saved" && "text-level-4")} />
      <span className="w-min">
        {words.split(/(?<=, )/).map((part) => (
          <span key={part} className="inline-block whitespace-pre">
            {part}
          </span>
        ))}
      </span>
    </p>
  );
}

interface WorryProps {
  outbox: Outbox;
  onTryAgain: () => void;
  onTryRefusedAgain: () => void;
  onSignIn: () => void;
}

/** What happened, that nothing is lost, and what to do; nothing at all while all is well. */
export function Worry({ outbox, onTryAgain, onTryRefusedAgain, onSignIn }: WorryProps) {
  const worry = worryOf(outbox);
  if (worry === null) return null;
  const isMemory = outbox.storage === "memory";
  return (
    <div className="flex items-center gap-x-3 bg-warn-wash px-4 py-2 text-s text-warn md:px-6">
      <p role="status">
        {worry === "away" &&
          `Plumbline cannot be reached. Go on scoring${isMemory ? " and keep this tab open" : ""}; it saves by itself.`}
        {worry === "signed-out" &&
          `Your session ended. Nothing is lost${isMemory ? " while this tab stays open" : ""}; this page stays as it is.`}
        {worry === "refused" &&
          `${asSentence(outbox.refused.at(-1)?.message ?? "")} It stays on this screen${isMemory ? "; keep this tab open" : ""}.`}
        {worry === "memory" &&
          "This browser keeps nothing. What you enter is saved at once; keep this tab open until it says Saved."}
      </p>
      {worry === "away" && <Deed words="Try now" run={onTryAgain} />}
      {worry === "signed-out" && <Deed words="Sign in again" run={onSignIn} />}
      {worry === "refused" && <Deed words="Try again" run={onTryRefusedAgain} />}
    </div>
  );
}

function Deed({ words, run }: { words: string; run: () => void }) {
  return (
    <button
      type="button"
      onClick={run}
      className="min-h-6 shrink-0 rounded-s font-[560] underline underline-offset-2 pointer-coarse:min-h-11"
    >
      {words}
    </button>
  );
}

/** Servers say a reason with or without its full stop. */
function asSentence(reason: string): string {
  return reason.replace(/\.?$/, ".");
}
