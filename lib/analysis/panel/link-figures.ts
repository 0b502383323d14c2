import { components } from "../../stats/connectedness/components";
import { extraPair } from "../../stats/connectedness/extra-pair";
import { weakLinks } from "../../stats/connectedness/weak-links";
import type { Ratings } from "../../stats/ratings";
import type { Table } from "../table";
import { type LinkFigures, told } from "./panel-shape";

/** Whether everybody can be compared with everybody, where that hangs by one person, and what would help most. */
export function linkFigures(pairs: Ratings, { candidates, raters }: Table): LinkFigures {
  const found = components(pairs);
  const groups: string[][] = found.ok ? found.value.ratersIn.map(() => []) : [];
  if (found.ok) {
    for (const [j, group] of found.value.ofRater.entries()) groups[group]?.push(raters[j] ?? "");
  }
  const weak = weakLinks(pairs);
  return {
    groups: groups.filter((group) => group.length > 0),
    // A rater alone with candidates nobody else saw cuts those off, but no comparison between people rests on that.
    cutRaters: weak.ok ? weak.value.raters.flatMap((j) => (parts(pairs, j) ? [raters[j] ?? ""] : [])) : [],
    extra: told(extraPair(pairs), ({ unit, rater, varianceNow, varianceThen }) => ({
      candidate: candidates[unit] ?? "",
      rater: raters[rater] ?? "",
      varianceNow,
      varianceThen,
    })),
  };
}

/** True when the other raters fall into more groups without this one. */
function parts(pairs: Ratings, without: number): boolean {
  const before = ratersGroups(pairs);
  const kept = Array.from(pairs.rater.keys()).filter((at) => pairs.rater[at] !== without);
  const rest = {
    ...pairs,
    unit: Int32Array.from(kept, (at) => pairs.unit[at] ?? 0),
    rater: Int32Array.from(kept, (at) => pairs.rater[at] ?? 0),
    score: Float64Array.from(kept, (at) => pairs.score[at] ?? 0),
  };
  return ratersGroups(rest) > before;
}

function ratersGroups(pairs: Ratings): number {
  const found = components(pairs);
  return found.ok ? found.value.ratersIn.filter((n) => n > 0).length : 0;
}
