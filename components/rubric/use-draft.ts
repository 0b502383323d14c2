import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { call } from "@/lib/client/api";
import {
  changeRubricDraftContract,
  discardRubricDraftContract,
  type ListedRubric,
  type RubricText,
  rubricText,
} from "@/lib/contracts/rubric-versions";
import type { Dimension } from "@/lib/domain/scale";

/** The words of one dimension as the editor holds them: every mark's anchor under its own key. */
export type DimensionWords = ListedRubric["content"]["dimensions"]["fix"];
export type EditedText = Pick<ListedRubric, "content" | "weights" | "fold">;

/** A draft being edited here: what it reads now, whether the server has it, and why not. */
export function useDraft(draft: ListedRubric) {
  const router = useRouter();
  const { id: rubricId, content, weights, fold } = draft;
  const [text, setText] = useState<EditedText>({ content, weights, fold });
  const [revision, setRevision] = useState(draft.revision);
  const [saved, setSaved] = useState(true);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const set = useCallback((part: Partial<EditedText>) => {
    setText((now) => ({ ...now, ...part }));
    setSaved(false);
  }, []);
  const setDimension = (dimension: Dimension, words: DimensionWords) =>
    set({ content: { ...text.content, dimensions: { ...text.content.dimensions, [dimension]: words } } });

  useEffect(() => {
    if (saved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [saved]);

  /** Answers the revision the server now has, or null when it would not take the draft. */
  const save = async (): Promise<number | null> => {
    if (saved) return revision;
    const checked = boundedText(text);
    if (typeof checked === "string") {
      setProblem(checked);
      return null;
    }
    setSaving(true);
    try {
      const answer = await call(changeRubricDraftContract, { rubricId, revision, ...checked });
      setRevision(answer.revision);
      setSaved(true);
      setProblem(null);
      // The way back to this page must not show what it read before this save.
      router.refresh();
      return answer.revision;
    } catch (error) {
      setProblem(`Not saved; it is still on this screen. ${error instanceof Error ? error.message : ""}`);
      return null;
    } finally {
      setSaving(false);
    }
  };

  const discard = async (): Promise<boolean> => {
    try {
      await call(discardRubricDraftContract, { rubricId });
      setSaved(true);
      return true;
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It was not thrown away");
      return false;
    }
  };
  return { text, set, setDimension, saved, saving, problem, save, discard };
}

/** The text within its limits, or in words the first place that leaves them. */
function boundedText(text: EditedText): RubricText | string {
  const parsed = rubricText.safeParse(text);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `Not saved; it is still on this screen. ${issue?.path.slice(1).join(" › ")}: ${issue?.message ?? ""}`;
}
