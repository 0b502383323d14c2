"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { LineArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { toastDone, toastProblem } from "@/components/ui/toasts";
import type { ListedRubric } from "@/lib/contracts/rubric-versions";
import { foldProblems, rubricProblems } from "@/lib/domain/rubric";
import { rubricDiff } from "@/lib/domain/rubric-diff";
import { DIMENSIONS } from "@/lib/domain/scale";
import { DimensionEditor } from "./dimension-editor";
import { FoldEditor } from "./fold-editor";
import { PublishDraft } from "./publish-draft";
import { TrapEditor } from "./trap-editor";
import { useDraft } from "./use-draft";
import { WeightEditor } from "./weight-editor";

interface RubricEditorProps {
  draft: ListedRubric;
  /** What is in use, to publish against. */
  current: ListedRubric;
}

/** A draft of the rubric: saved as it is typed, published with a reason, thrown away with Undo. */
export function RubricEditor({ draft, current }: RubricEditorProps) {
  const router = useRouter();
  const { text, set, setDimension, saved, saving, problem, left, answerLeft, save, discard } =
    useDraft(draft);
  const changes = rubricDiff(current, text).length;
  const problems = [...rubricProblems(text.content, text.weights), ...foldProblems(text.fold)];
  const throwAway = async () => {
    try {
      const putBack = await discard();
      router.push("/rubric/versions");
      router.refresh();
      toastDone(`The draft of rubric ${draft.number} is thrown away`, () => {
        putBack().then(
          (id) => router.push(`/rubric/versions/${id}/edit`),
          (error: unknown) => toastProblem("It did not come back", messageOf(error)),
        );
      });
    } catch (error) {
      toastProblem("It was not thrown away", messageOf(error));
    }
  };
  return (
    <>
      <PageHeader
        above={`Draft of rubric ${draft.number}, beside rubric ${current.number} in use`}
        title={titleWords(problems, changes, current.number)}
        below={restWords(problems)}
        actions={
          <>
            <Button
              onClick={async () => {
                await save();
                router.push(`/rubric/compare?from=${current.id}&to=${draft.id}`);
              }}
            >
              Side by side
            </Button>
            <PublishDraft
              draft={draft}
              current={current}
              text={text}
              changes={changes}
              blocked={problems.length > 0}
              onSave={save}
            />
          </>
        }
      />
      {left && (
        <div id="left" className="mb-6 scroll-mt-6">
          <Notice
            title="What you typed here last time was not saved"
            action={
              <div className="flex flex-wrap gap-2">
                <Button onClick={() => answerLeft(true)}>Put my words back</Button>
                <Button look="quiet" onClick={() => answerLeft(false)}>
                  Let them go
                </Button>
              </div>
            }
          >
            Somebody has saved the draft since. Below is what they left; yours would take its place.
          </Notice>
        </div>
      )}
      <div className="grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-8">
          <LineArea
            label="The question"
            value={text.content.question}
            onText={(question) => set({ content: { ...text.content, question } })}
          />
          {DIMENSIONS.map((dimension) => (
            <DimensionEditor
              key={dimension}
              dimension={dimension}
              words={text.content.dimensions[dimension]}
              onChange={(words) => setDimension(dimension, words)}
            />
          ))}
          <TrapEditor content={text.content} onChange={(content) => set({ content })} />
        </div>
        <div className="grid content-start gap-10">
          <WeightEditor text={text} before={current.weights} onChange={(weights) => set({ weights })} />
          <FoldEditor text={text} onChange={(fold) => set({ fold })} />
        </div>
      </div>
      <div className="sticky bottom-(--bottom-bar) z-10 -mx-4 mt-8 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-4 py-3">
        <Button look="quiet" onClick={() => void throwAway()}>
          Throw the draft away
        </Button>
        {left && (
          <a
            href="#left"
            className="inline-flex items-center text-s text-accent underline underline-offset-2 pointer-coarse:min-h-11"
          >
            What you typed last time waits above
          </a>
        )}
        <p role="status" className={problem ? "text-s font-[560] text-warn" : "text-s text-soft"}>
          {problem
            ? `Not saved; it is still on this screen. ${problem}`
            : saved
              ? "Saved"
              : saving
                ? "Saving…"
                : "Not saved yet"}
        </p>
      </div>
    </>
  );
}

function titleWords([first]: readonly string[], changes: number, currentNumber: number): string {
  if (first) return `Before publishing: ${first}`;
  return changes === 0
    ? `This draft reads like rubric ${currentNumber} so far`
    : "This draft can be published";
}

/** As many as a sentence holds; the rest are counted. */
const NAMED_AT_ONCE = 3;

function restWords([, ...rest]: readonly string[]): string | undefined {
  if (rest.length === 0) return undefined;
  const more = rest.length - NAMED_AT_ONCE;
  return `Then: ${rest.slice(0, NAMED_AT_ONCE).join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}
