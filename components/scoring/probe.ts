import { readTimer } from "@/lib/domain/beats";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";

/** Dimensions without a level and without a note: what has not been heard. */
export function unheard(card: ScorecardContent): Dimension[] {
  return DIMENSIONS.filter(
    (dimension) =>
      card.ratings[dimension]?.state !== "observed" &&
      !card.evidence.some((note) => note.dimension === dimension && note.text.trim() !== ""),
  );
}

/**
 * The probe on offer: while probing the one just asked, so that it stays on screen as it is read out; else the row
 * at hand when unheard and not asked; else the first such; else what was asked and is still unheard.
 */
export function offeredProbe(card: ScorecardContent, active: Dimension): Dimension | null {
  const latest = card.timer.reduce((most, event) => Math.max(most, event.at), 0);
  const asking = card.probesAsked.at(-1);
  if (asking && readTimer(card.timer, latest).state === "probing") return asking;
  const left = unheard(card);
  const open = left.filter((dimension) => !card.probesAsked.includes(dimension));
  if (open.includes(active)) return active;
  return open[0] ?? left[0] ?? null;
}
