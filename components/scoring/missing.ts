import type { RubricContent } from "@/lib/domain/rubric";
import type { Missing } from "@/lib/domain/submission";

/** One thing left before submitting, as a person reads it. */
export function missingWords(missing: Missing, rubric: RubricContent): string {
  switch (missing.kind) {
    case "rating":
      return `Rate ${rubric.dimensions[missing.where].name}`;
    case "evidence":
      return `Evidence for ${rubric.dimensions[missing.where].name}`;
    case "nothing-observed":
      return "A note on why nothing was observed";
    case "trap-evidence":
      return `Evidence for the trap “${rubric.traps[missing.where].name}”`;
    case "contradiction":
      return `“${rubric.traps[missing.where].name}” against ${rubric.dimensions[missing.dimension].name} ${missing.level}`;
    case "recommendation":
      return "Your recommendation";
  }
}

/** Tells one missing thing from another; two never share a kind and a place. */
export function missingKey(missing: Missing): string {
  return `${missing.kind}.${missing.where}`;
}
