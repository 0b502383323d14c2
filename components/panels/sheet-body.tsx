import type { ReactNode } from "react";
import type { SheetFigures } from "@/lib/contracts/panel-figures";
import { AlphaFigure, PercentFigure } from "./agreement-figure";
import { AnchorFigure } from "./anchor-figure";
import { DriftFigure } from "./drift-figure";
import { HaloFigure } from "./halo-figure";
import { LinksFigure } from "./links-figure";
import { RangeFigure } from "./range-figure";
import { SeverityFigure } from "./severity-figure";
import { SizeFigure } from "./size-figure";
import { SpreadFigure } from "./spread-figure";
import { UseFigure } from "./use-figure";

interface SheetBodyProps {
  sheet: SheetFigures;
  /** What stands beside the first figures: whom to talk about. */
  beside?: ReactNode;
  /** What the anchor report adds: the evidence on both sides, and the way to the rubric. */
  anchors?: ReactNode;
  /** What the figures were computed from. */
  source: string;
}

const MINUTE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** Every figure of a sheet, the same for scorecards and for a file of somebody's own. */
export function SheetBody({ sheet, beside, anchors, source }: SheetBodyProps) {
  return (
    <div className="grid gap-x-11 gap-y-8 lg:grid-cols-2">
      <div className={beside ? "space-y-8" : "contents"}>
        <PercentFigure sheet={sheet} />
        <AlphaFigure sheet={sheet} />
      </div>
      {beside}
      <div className="space-y-8 lg:col-span-2">
        <div className="grid gap-x-11 gap-y-8 lg:grid-cols-2">
          <SeverityFigure sheet={sheet} />
          <SizeFigure sheet={sheet} />
        </div>
        <div className="grid gap-x-11 gap-y-8 lg:grid-cols-2">
          <AnchorFigure sheet={sheet}>{anchors}</AnchorFigure>
          <LinksFigure sheet={sheet} />
        </div>
        <SpreadFigure sheet={sheet} />
        <UseFigure sheet={sheet} />
        <div className="grid gap-x-11 gap-y-8 lg:grid-cols-2">
          <HaloFigure sheet={sheet} />
          <RangeFigure sheet={sheet} />
        </div>
        <DriftFigure sheet={sheet} />
        <p className="text-xs text-soft">
          {source} Computed {MINUTE.format(new Date(sheet.computedAt))} UTC.
        </p>
      </div>
    </div>
  );
}
