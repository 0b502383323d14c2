import { useEffect, useState, useSyncExternalStore } from "react";
import { ApiProblem, call } from "@/lib/client/api";
import { type DraftSaver, draftSaver } from "@/lib/client/draft-saver";
import {
  changeRubricDraftContract,
  discardRubricDraftContract,
  draftRubricContract,
  type ListedRubric,
  listRubricsContract,
  type RubricText,
  rubricFile,
  rubricText,
} from "@/lib/contracts/rubric-versions";
import { rubricDiff } from "@/lib/domain/rubric-diff";
import type { Dimension } from "@/lib/domain/scale";
import { placeWords } from "./place-words";
import { keepUnsaved, type Unsaved, unsavedOf } from "./unsaved-draft";

/** The words of one dimension as the editor holds them: every mark's anchor under its own key. */
export type DimensionWords = ListedRubric["content"]["dimensions"]["fix"];
export type EditedText = Pick<ListedRubric, "content" | "weights" | "fold">;

/** By rubric, for as long as this window lives: a link away from the editor stops no save. */
const savers = new Map<string, DraftSaver<EditedText>>();

/** A draft being edited here: saved as it is typed, and kept in this tab until it is. */
export function useDraft(draft: ListedRubric) {
  const { id: rubricId, revision } = draft;
  const [saver] = useState(() => saverFor(draft));
  const [left, setLeft] = useState<Unsaved | null>(null);
  const state = useSyncExternalStore(saver.subscribe, saver.read, saver.read);
  const { saved } = state;
  const set = (part: Partial<EditedText>) => saver.type({ ...saver.read().text, ...part });
  const setDimension = (dimension: Dimension, words: DimensionWords) => {
    const { content } = saver.read().text;
    set({ content: { ...content, dimensions: { ...content.dimensions, [dimension]: words } } });
  };

  useEffect(() => {
    const kept = unsavedOf(rubricId);
    if (!kept || !saver.read().saved) return;
    // Before a reload it was on its way: it goes on. Over somebody else's newer words only when asked to.
    if (kept.revision === revision) saver.type(kept.text);
    else setLeft(kept);
  }, [rubricId, revision, saver]);

  // Leaving by a link: what was typed a moment ago goes at once, so that the next page reads it.
  useEffect(() => () => void saver.flush(), [saver]);

  useEffect(() => {
    if (saved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [saved]);

  /** Throws the draft away; answers how to have it back as it stood on the screen. */
  const discard = async (): Promise<() => Promise<string>> => {
    const typed = savable(saver.read().text);
    const { content, weights, fold } = typeof typed === "string" ? draft : typed;
    const file = rubricFile.parse({ plumbline: "rubric", content, weights, fold });
    await call(discardRubricDraftContract, { rubricId });
    saver.stop();
    savers.delete(rubricId);
    return async () => (await call(draftRubricContract, { file })).id;
  };
  const answerLeft = (back: boolean) => {
    if (back && left) saver.type(left.text);
    else keepUnsaved(rubricId, null);
    setLeft(null);
  };
  return { ...state, set, setDimension, left, answerLeft, save: saver.flush, discard };
}

function saverFor(draft: ListedRubric): DraftSaver<EditedText> {
  const { id, content, weights, fold, revision } = draft;
  const known = savers.get(id);
  // On the way back the page may be older than what was saved since; it is newer when another lead saved.
  if (known && (known.read().saving || known.read().revision >= revision)) return known;
  const saver = draftSaver({ text: { content, weights, fold }, revision, saved: true }, worldOf(id));
  // On the server there is no window to outlive, and a module is everybody's.
  if (typeof window !== "undefined") savers.set(id, saver);
  return saver;
}

function worldOf(rubricId: string) {
  return {
    async send(text: EditedText, revision: number): Promise<number> {
      const bounded = savable(text);
      if (typeof bounded === "string") throw new Error(bounded);
      try {
        return (await call(changeRubricDraftContract, { rubricId, revision, ...bounded })).revision;
      } catch (error) {
        // Saved before by a request whose answer was lost: then nobody else's words stand there.
        const there =
          error instanceof ApiProblem && error.code === "CONFLICT" ? await draftThere(rubricId) : null;
        if (there && rubricDiff(there, bounded).length === 0) return there.revision;
        throw error;
      }
    },
    keep: (unsaved: Unsaved | null) => keepUnsaved(rubricId, unsaved),
    after(ms: number, run: () => void) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    isPassing: (error: unknown) => error instanceof ApiProblem && error.retryable,
    chance: Math.random,
  };
}

async function draftThere(rubricId: string): Promise<ListedRubric | null> {
  const { versions } = await call(listRubricsContract, {});
  return versions.find(({ id, state }) => id === rubricId && state === "draft") ?? null;
}

/** The text within its limits, or in words the first place that leaves them. A line not yet begun is no probe. */
function savable(text: EditedText): RubricText | string {
  const dimensions = Object.fromEntries(
    Object.entries(text.content.dimensions).map(([key, words]) => [
      key,
      { ...words, probes: words.probes.map((probe) => probe.trim()).filter(Boolean) },
    ]),
  );
  const parsed = rubricText.safeParse({ ...text, content: { ...text.content, dimensions } });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${placeWords(issue?.path ?? [], text.content)}: ${issue?.message ?? ""}`;
}
