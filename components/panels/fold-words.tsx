import type { PeopleFigures } from "@/lib/contracts/panel-figures";
import { levelText } from "./panel-words";

/** What each side of calibration counts as, where qualities are added up. Said wherever a figure rests on it. */
export function FoldWords({ sheet }: { sheet: PeopleFigures }) {
  const twoSided = sheet.dimensions.find(({ bipolar }) => bipolar);
  if (!twoSided || sheet.fold.length === 0) return null;
  const pairs = sheet.fold.map(({ position, quality }) => `${levelText(position, true)} as ${quality}`);
  return (
    <p>
      {twoSided.name} is folded to quality a rating at a time, as the rubric says: {pairs.join(", ")}. Its
      sides are never averaged as signed numbers.
    </p>
  );
}
