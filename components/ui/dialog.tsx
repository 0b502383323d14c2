"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A modal sheet: focus is kept inside and given back, Escape closes it. */
export function Dialog({ open, onOpenChange, title, description, children, className }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.35)]" />
        <Base.Popup
          className={clsx(
            "fixed z-50 flex max-h-[85dvh] flex-col overflow-y-auto border border-line bg-paper p-6",
            "inset-x-0 bottom-0 rounded-t-m",
            "sm:inset-auto sm:top-[10dvh] sm:left-1/2 sm:w-[32rem] sm:max-w-[calc(100vw-2rem)] sm:-translate-x-1/2 sm:rounded-m",
            className,
          )}
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title>{title}</Base.Title>
            <Base.Close
              aria-label="Close"
              className="-m-2 grid size-9 place-items-center rounded-m text-soft hover:bg-sunk pointer-coarse:size-11"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </div>
          {description && (
            <Base.Description className="mt-1 text-s text-soft">{description}</Base.Description>
          )}
          <div className="mt-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
