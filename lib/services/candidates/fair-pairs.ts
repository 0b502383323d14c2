import type { FairPair } from "@/lib/contracts/fair-scores";
import { CLEARLY_BETTER, tieGroups } from "@/lib/stats/ranks/tie-groups";
import type { FairFigures } from "./fair-figures";

const NOT_LINKED = "No chain of shared candidates links their interviewers.";

/** Every pair of these candidates, and the groups that cannot be told apart; each undefined with its reason. */
export function pairsAndTies(figures: FairFigures, applicationIds: readonly string[]) {
  const { table, model, estimate } = figures;
  const rated = applicationIds.flatMap((id) => {
    const unit = table.unitOf.get(id);
    return unit === undefined || figures.scoreOf(id).state !== "known" ? [] : [{ id, unit }];
  });
  const units = rated.map(({ unit }) => unit);
  const better = rated.length > 1 ? figures.better(units) : null;
  const place = new Map(rated.map(({ id }, index) => [id, index]));
  const groupOf = (id: string) => table.groupOf[table.unitOf.get(id) ?? -1] ?? -1;
  const pair = (a: string, b: string): FairPair => {
    const [i, j] = [place.get(a), place.get(b)];
    const undefinedFor = (reason: string): FairPair => ({ state: "not-enough", a, b, reason });
    if (model.state === "not-enough") return undefinedFor(model.reason);
    if (i === undefined || j === undefined) return undefinedFor("One of the two has no fair score.");
    if (groupOf(a) !== groupOf(b)) return undefinedFor(NOT_LINKED);
    if (better === null || estimate === null) return undefinedFor("The opening is too large for pairs.");
    const probability = better[i * rated.length + j] ?? 0.5;
    const difference = (estimate[units[i] ?? 0] ?? 0) - (estimate[units[j] ?? 0] ?? 0);
    const toldApart = Math.max(probability, 1 - probability) > CLEARLY_BETTER;
    return { state: "known", a, b, probability, difference, toldApart };
  };
  return {
    pairs: applicationIds.flatMap((a, i) => applicationIds.slice(i + 1).map((b) => pair(a, b))),
    ties: ties(),
  };

  function ties(): { state: "known"; groups: string[][] } | { state: "not-enough"; reason: string } {
    if (model.state === "not-enough") return model;
    if (rated.length < 2)
      return { state: "not-enough", reason: "Fewer than two of these have a fair score." };
    if (new Set(rated.map(({ id }) => groupOf(id))).size > 1)
      return { state: "not-enough", reason: NOT_LINKED };
    if (better === null || estimate === null)
      return { state: "not-enough", reason: "The opening is too large for pairs." };
    const own = Float64Array.from(units, (unit) => estimate[unit] ?? 0);
    const group = tieGroups(own, (leader, other) => better[leader * rated.length + other] ?? 0.5);
    const order = rated.map((_, i) => i).sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0) || a - b);
    const groups: string[][] = [];
    for (const i of order) {
      const at = (group[i] ?? 1) - 1;
      groups[at] = [...(groups[at] ?? []), rated[i]?.id ?? ""];
    }
    return { state: "known", groups };
  }
}
