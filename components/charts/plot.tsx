"use client";

import { type ReactNode, useState } from "react";
import { ResponsiveContainer, Surface } from "recharts";

interface PlotProps {
  height: number;
  /** Width drawn on the server; the real one is measured at once in the browser. */
  firstWidth?: number;
  /** The picture, at a width in pixels. Hidden from screen readers: the figure says it in words. */
  draw: (width: number) => ReactNode;
  /** Real buttons over the picture, for points that open something. */
  points?: (width: number) => ReactNode;
}

/** One picture as wide as its place. In the served HTML and on paper it scales instead of waiting to be measured. */
export function Plot({ height, firstWidth = 200, draw, points }: PlotProps) {
  const [width, setWidth] = useState(firstWidth);
  return (
    <div className="relative" style={{ height }}>
      <ResponsiveContainer
        className="[&>div]:w-full!"
        width="100%"
        height={height}
        initialDimension={{ width: firstWidth, height }}
        onResize={(measured) => measured > 0 && setWidth(Math.round(measured))}
      >
        <Surface
          width={width}
          height={height}
          aria-hidden="true"
          focusable="false"
          style={{ display: "block", width: "100%", height, overflow: "visible" }}
        >
          {draw(width)}
        </Surface>
      </ResponsiveContainer>
      {points?.(width)}
    </div>
  );
}
