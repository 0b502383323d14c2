import { createRef, useState } from "react";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import type { RowHandles } from "./dimension-row";

/** The handles of the five rows, made once. */
export function useRows(): Record<Dimension, RowHandles> {
  const [rows] = useState(
    () =>
      Object.fromEntries(
        DIMENSIONS.map((dimension) => [dimension, { group: createRef(), startNote: createRef() }]),
      ) as Record<Dimension, RowHandles>,
  );
  return rows;
}

/** The dimension `by` rows away; the first and the last are ends, not a circle. */
export function neighbour(dimension: Dimension, by: 1 | -1): Dimension {
  const at = DIMENSIONS.indexOf(dimension) + by;
  return DIMENSIONS[Math.min(DIMENSIONS.length - 1, Math.max(0, at))] ?? dimension;
}
