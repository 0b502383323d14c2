"use client";

import { useTheme } from "next-themes";
import { Toaster, toast } from "sonner";

/** Long enough to read and to reach the button by keyboard. */
const TOAST_MS = 10_000;

/** Where toasts appear: above the bottom bar on a phone, bottom right on a desk. */
export function Toasts() {
  const { resolvedTheme } = useTheme();
  return (
    <Toaster
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      mobileOffset={{ bottom: 76 }}
      duration={TOAST_MS}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-m border border-line-strong bg-sheet px-4 py-3 font-sans text-s text-ink",
          title: "font-[560]",
          description: "text-soft",
          actionButton:
            "ml-auto min-h-8 shrink-0 rounded-m border border-line-strong px-3 text-accent font-[560] hover:bg-sunk pointer-coarse:min-h-11",
        },
      }}
    />
  );
}

/** Says what was done, and offers to take it back instead of asking first. */
export function toastDone(message: string, undo?: () => void): void {
  toast(message, undo ? { action: { label: "Undo", onClick: undo } } : {});
}

/** Stays until it is answered or put away: something to do when it suits. */
export function toastOffer(
  message: string,
  description: string,
  action: { label: string; onClick: () => void },
): void {
  toast(message, { id: message, description, action, duration: Number.POSITIVE_INFINITY, closeButton: true });
}

/** Says what did not work and what to do. */
export function toastProblem(message: string, description?: string): void {
  toast.error(message, description === undefined ? {} : { description });
}
