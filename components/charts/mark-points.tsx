"use client";

import type { Mark } from "@/lib/domain/scale";
import { useRoving } from "./use-roving";

/** One interviewer's mark. `label` is the button's name: who, what, on which dimension. */
export interface PlotDot {
  key: string;
  mark: Mark;
  label: string;
}

/** What every plot of marks takes: a point an interviewer, each opening what that interviewer heard. */
export interface MarkPlotProps {
  dots: readonly PlotDot[];
  /** Tallest stack of the row, so that its plots line up. */
  stack: number;
  /** The whole plot in one sentence. */
  sentence: string;
  picked?: string | null;
  onPick: (key: string, at: HTMLElement) => void;
}

/** Where a point lies over the picture: its middle, in pixels. */
export interface PlacedDot {
  dot: PlotDot;
  left: number;
  top: number;
}

interface MarkPointsProps extends Pick<MarkPlotProps, "sentence" | "picked" | "onPick"> {
  points: readonly PlacedDot[];
  width: number;
  height: number;
  shape: "dot" | "block";
}

const SHAPE = {
  dot: "rounded-full hover:ring-2 hover:ring-ink",
  block: "hover:ring-2 hover:ring-ink hover:ring-inset",
};

/** Real buttons over a picture of marks: one tab stop, arrows from interviewer to interviewer. */
export function MarkPoints({ points, width, height, shape, sentence, picked, onPick }: MarkPointsProps) {
  const roving = useRoving(points.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these points are one group of buttons
    <div role="group" aria-label={sentence} onKeyDown={roving.onKeyDown}>
      {points.map(({ dot, left, top }, index) => (
        <button
          key={dot.key}
          type="button"
          aria-label={dot.label}
          aria-expanded={dot.key === picked}
          {...roving.item(index)}
          onClick={(event) => onPick(dot.key, event.currentTarget)}
          className={`absolute -translate-x-1/2 -translate-y-1/2 focus-visible:outline-offset-0 ${SHAPE[shape]}`}
          style={{ left, top, width, height }}
        />
      ))}
    </div>
  );
}
