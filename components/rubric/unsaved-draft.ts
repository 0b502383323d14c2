import { z } from "zod";
import { fold, rubricContent } from "@/lib/contracts/rubric";
import { dimension } from "@/lib/contracts/values";

/** Weights on their way may be more than a hundred for a moment. */
const unsaved = z.object({
  revision: z.int(),
  text: z.object({ content: rubricContent, weights: z.record(dimension, z.number()), fold }),
});
/** What was typed into a draft and has not reached the server, and the revision it was typed over. */
export type Unsaved = z.output<typeof unsaved>;

const keyOf = (rubricId: string) => `plumbline.rubric-draft.${rubricId}`;

/** Keeps it in this tab until it is saved: over a reload, and no longer than the tab. */
export function keepUnsaved(rubricId: string, kept: Unsaved | null): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(rubricId), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(rubricId));
  } catch {
    // A browser that keeps nothing: what is typed is still on the screen and on its way.
  }
}

/** What this tab kept; anything that is not ours counts as nothing. */
export function unsavedOf(rubricId: string): Unsaved | null {
  try {
    return unsaved.parse(JSON.parse(sessionStorage.getItem(keyOf(rubricId)) ?? "null"));
  } catch {
    return null;
  }
}
