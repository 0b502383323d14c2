"use client";

import { Printer } from "lucide-react";
import { Button } from "./button";

/** Opens the browser's own print sheet; the page's print style does the rest. */
export function PrintButton({ children = "Print" }: { children?: string }) {
  return (
    <Button size="s" onClick={() => window.print()}>
      <Printer aria-hidden className="size-4" />
      {children}
    </Button>
  );
}
