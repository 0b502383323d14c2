"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { toastDone, toastProblem } from "@/components/ui/toasts";

/**
 * This page's own address, to send to the others.
 * @param first whether sending it is what is to be done next
 */
export function ShareLink({ first }: { first: boolean }) {
  const [address, setAddress] = useState("");
  useEffect(() => setAddress(window.location.href), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      toastDone("The link is copied");
    } catch {
      toastProblem("The link was not copied", "Mark it and copy it by hand.");
    }
  };
  return (
    <p className="mb-6 flex flex-wrap items-center gap-3 text-s">
      <span className="text-soft">Send this link to everybody who is to join:</span>
      <code className="min-w-0 rounded-s bg-sunk px-2 py-1 font-mono break-all select-all">{address}</code>
      <Button size="s" look={first ? "primary" : "plain"} onClick={() => void copy()}>
        Copy the link
      </Button>
    </p>
  );
}
