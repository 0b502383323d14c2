import { useRef } from "react";
import { sameJson } from "@/lib/domain/same-json";

/** The value of the last render as long as it says the same: whoever is only shown it need not be drawn again. */
export function useUnchanged<T>(value: T): T {
  const kept = useRef(value);
  if (!sameJson(kept.current, value)) kept.current = value;
  return kept.current;
}
