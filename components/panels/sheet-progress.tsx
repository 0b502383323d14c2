"use client";

import { useRouter } from "next/navigation";
import { useSheetProgress } from "@/lib/client/use-sheet-progress";
import type { SheetComputing } from "@/lib/contracts/panel-figures";
import { Notice } from "../ui/notice";

interface SheetProgressProps {
  computing: SheetComputing;
  /** When the figures below were computed, where there are some. */
  computedAt: string;
}

const MINUTE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
const COUNT = new Intl.NumberFormat("en-GB");

/** What a job is doing for this sheet, as it happens; the new figures come by themselves. */
export function SheetProgress({ computing, computedAt }: SheetProgressProps) {
  const router = useRouter();
  const step = useSheetProgress(computing.key, () => router.refresh());
  const failed = step ? step.state === "failed" : computing.failed;
  const ratings = `${COUNT.format(computing.ratings)} ratings`;
  const meanwhile =
    computing.shown === "earlier" &&
    `Below: the figures of ${MINUTE.format(new Date(computedAt))} UTC, before the last scorecards came in.`;
  return (
    <div className="mb-6" role="status">
      <Notice
        tone={failed ? "warn" : "plain"}
        title={failed ? `The sheet of ${ratings} could not be computed` : `Computing ${ratings}`}
      >
        {sentence(step?.progress || computing.progress)} {meanwhile}
      </Notice>
    </div>
  );
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
