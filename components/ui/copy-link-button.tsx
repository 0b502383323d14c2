"use client";

import { Link2 } from "lucide-react";
import { Button } from "./button";
import { toastDone, toastProblem } from "./toasts";

/** Copies the page's own address: whoever may see the page sees the same one. */
export function CopyLinkButton() {
  return (
    <Button size="s" onClick={copyAddress}>
      <Link2 aria-hidden className="size-4" />
      Copy link
    </Button>
  );
}

export async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toastDone("The link is copied");
  } catch {
    toastProblem("The link could not be copied", "Copy it from the address bar.");
  }
}
