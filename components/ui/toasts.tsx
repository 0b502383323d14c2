"use client";

import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { addToast, dismissToast, type Toast, toastList } from "./toast-list";
import { useLiveMark } from "./use-live-mark";

/** Long enough to read and to reach the button by keyboard; not counted while somebody is at it. */
const TOAST_MS = 10_000;

/** Where toasts appear: above the bottom bar on a phone, bottom right on a desk. Always there, so that it is listened to. */
export function Toasts() {
  // Here, because toasts are in every page.
  useLiveMark();
  const toasts = useSyncExternalStore(toastList.subscribe, toastList.read, toastList.onServer);
  return (
    <section
      aria-label="Notifications"
      aria-live="polite"
      data-print="no"
      data-area="toasts"
      className="fixed right-4 bottom-(--foot) z-[60] flex w-[min(var(--toast),calc(100vw-2rem))] flex-col gap-2"
    >
      {toasts.map((toast) => (
        <Line key={toast.id} {...toast} />
      ))}
    </section>
  );
}

function Line({ id, message, description, action, stays }: Toast) {
  const [attended, setAttended] = useState(false);
  useEffect(() => {
    if (stays || attended) return;
    const timer = setTimeout(() => dismissToast(id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [id, stays, attended]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing here is pressed; it only waits while somebody reads it
    <div
      onPointerEnter={() => setAttended(true)}
      onPointerLeave={() => setAttended(false)}
      onFocus={() => setAttended(true)}
      onBlur={() => setAttended(false)}
      className="flex w-full items-center gap-3 rounded-m border border-line-strong bg-sheet px-4 py-3 text-s text-ink transition-opacity starting:opacity-0 motion-reduce:transition-none"
    >
      <div className="min-w-0 flex-1">
        <p className="font-[560]">{message}</p>
        {description && <p className="text-soft">{description}</p>}
      </div>
      {action && (
        <button
          type="button"
          onClick={() => {
            dismissToast(id);
            action.onClick();
          }}
          className="min-h-8 shrink-0 rounded-m border border-line-strong px-3 font-[560] text-accent hover:bg-sunk pointer-coarse:min-h-11"
        >
          {action.label}
        </button>
      )}
      {stays && (
        <button
          type="button"
          aria-label="Close"
          onClick={() => dismissToast(id)}
          className="-mr-2 grid size-8 shrink-0 place-items-center rounded-m text-soft hover:bg-sunk hover:text-ink pointer-coarse:size-11"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}

/** Says what was done, and offers to take it back instead of asking first. */
export function toastDone(message: string, undo?: () => void): void {
  addToast({ message, stays: false, action: undo && { label: "Undo", onClick: undo } });
}

/** Stays until it is answered or put away: something to do when it suits. */
export function toastOffer(
  message: string,
  description: string,
  action: { label: string; onClick: () => void },
): void {
  addToast({ message, description, action, stays: true });
}

/** Says what did not work and what to do. */
export function toastProblem(message: string, description?: string): void {
  addToast({ message, description, stays: false });
}
