import type { RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS } from "@/lib/domain/scale";
import { TRAPS } from "@/lib/domain/traps";

const PART: Record<string, string> = { anchors: "anchor", probes: "probe", hint: "what to listen for" };

/** Where in a rubric something is wrong, by the names that stand on the screen: "Fix, anchor 3". */
export function placeWords(path: readonly PropertyKey[], content: RubricContent): string {
  const dimension = DIMENSIONS.find((one) => path.includes(one));
  const trap = TRAPS.find((one) => path.includes(one));
  if (trap) return `Trap “${content.traps[trap].name || trap}”`;
  if (!dimension) return path.includes("question") ? "The question" : path.slice(1).join(" › ");
  const name = content.dimensions[dimension].name || dimension;
  if (path[0] === "weights") return `Weight of ${name}`;
  const [part, at] = path.slice(path.indexOf(dimension) + 1);
  const place = typeof at === "number" ? ` ${at + 1}` : at === undefined ? "" : ` ${String(at)}`;
  return `${name}, ${PART[String(part)] ?? String(part)}${place}`;
}
