"use client";

import { useRouter } from "next/navigation";
import { call } from "@/lib/client/api";
import { useScoreFile } from "@/lib/client/use-score-file";
import { discardScoreFileContract, keepScoreFileContract, type ScoreFile } from "@/lib/contracts/score-files";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { PageHeader } from "../ui/page-header";
import { toastDone, toastProblem } from "../ui/toasts";
import { sheetTitle } from "./panel-words";
import { ScoreChoicesForm } from "./score-choices";
import { ScoreReadingView } from "./score-reading";
import { countOf } from "./score-words";
import { SheetBody } from "./sheet-body";

/** One file of a lead's own: what it says, which column is which, and the whole sheet of it. */
export function ScoreFilePage({ initial }: { initial: ScoreFile }) {
  const router = useRouter();
  const { file, sheet, away, choose } = useScoreFile(initial);
  const { fileId, title, expiresAt, reading } = file;
  const known = sheet?.state === "known" ? sheet.sheet : null;
  const take = async (step: () => Promise<unknown>, done: string, goTo?: string) => {
    try {
      await step();
      toastDone(done);
      if (goTo) router.push(goTo);
      else router.refresh();
    } catch (problem) {
      toastProblem("That did not work", problem instanceof Error ? problem.message : "");
    }
  };
  return (
    <Page>
      <PageHeader
        above={`Your own scores · ${title}`}
        title={known ? sheetTitle(known) : headline(file)}
        below={
          reading.state === "read" && reading.problem === null
            ? `${countOf(reading.ratings, "rating", "ratings")}, ${countOf(reading.candidates, "candidate", "candidates")}, ${countOf(reading.raters, "interviewer", "interviewers")}. Nobody in it is a candidate or a member here.`
            : undefined
        }
        actions={
          <>
            <LinkButton href="/panels/scores">All files</LinkButton>
            <Button
              onClick={() =>
                void take(
                  () => call(discardScoreFileContract, { fileId }),
                  "Discarded here. Your own file is untouched",
                  "/panels/scores",
                )
              }
            >
              Discard
            </Button>
            {expiresAt !== null && initial.expiresAt !== null && (
              <Button
                look="primary"
                onClick={() =>
                  void take(() => call(keepScoreFileContract, { fileId }), "Kept, for every lead to look at")
                }
              >
                Keep it
              </Button>
            )}
          </>
        }
      />
      {away && (
        <div className="mb-6">
          <Notice live tone="warn" title="The server did not answer just now">
            {away} Your file is kept; this page asks again.
          </Notice>
        </div>
      )}
      {reading.state === "computing" ? (
        <p role="status">Reading the file: {reading.progress}</p>
      ) : (
        <>
          {reading.problem !== null && (
            <div className="mb-6">
              <Notice live tone="warn" title="No sheet yet">
                {reading.problem} {reading.columns.length > 0 && "Say below which column is which."}
              </Notice>
            </div>
          )}
          {reading.columns.length > 0 && (
            <details open={known === null} className="mb-8 border-y border-line py-3">
              <summary className="min-h-6 text-s text-accent pointer-coarse:min-h-11">
                Columns, scale and what was left out
              </summary>
              <div className="mt-4 grid gap-6">
                <ScoreChoicesForm
                  key={JSON.stringify([file.choices, file.guess, reading.dimensions])}
                  file={file}
                  reading={reading}
                  onChoose={(choices) => void choose(choices)}
                />
                <ScoreReadingView reading={reading} />
              </div>
            </details>
          )}
          {reading.problem === null && known === null && (
            <p role="status">
              {sheet?.state === "unreadable"
                ? sheet.reason
                : `Computing the sheet${sheet?.state === "computing" ? `: ${sheet.progress}` : ""}`}
            </p>
          )}
          {known && <SheetBody sheet={known} source={`From ${title}.`} />}
        </>
      )}
    </Page>
  );
}

function headline({ title, reading }: ScoreFile): string {
  if (reading.state === "computing") return "Reading your file";
  if (reading.columns.length === 0) return `${title} cannot be read`;
  return reading.problem === null ? "Your scores are read" : "Say which column is which";
}
