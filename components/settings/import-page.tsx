"use client";

import type { ChangeEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { toastProblem } from "@/components/ui/toasts";
import { IMPORT_MAX_CHARACTERS } from "@/lib/contracts/imports";
import { count } from "./import-counts";
import { ImportFormats } from "./import-formats";
import { ImportOutcome } from "./import-outcome";
import { useImport } from "./use-import";

/** A text area with millions of characters stops the browser; a long file is named by its size instead. */
const SHOWN_CHARACTERS = 20_000;

/** Brings a CSV file in: choose or paste, look at what would happen, then do it. */
export function ImportPage({ maySeeCandidates }: { maySeeCandidates: boolean }) {
  const { file, state, change, preview, run } = useImport();
  const long = file.csv.length > SHOWN_CHARACTERS;

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0];
    // The same file may be chosen again after it was mended.
    event.target.value = "";
    if (!chosen) return;
    if (chosen.size > IMPORT_MAX_CHARACTERS) {
      toastProblem("This file is too large for the page", "Bring it in with npm run import, or split it.");
      return;
    }
    change({ csv: await chosen.text() });
  }

  return (
    <>
      <PageHeader
        title="Import"
        below="Candidates, interviews or whole ratings from a CSV file: all of it or nothing. The same file twice changes nothing."
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <form
          className="grid content-start gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            void preview();
          }}
        >
          <div>
            <label htmlFor="csv-file" className="mb-1 block text-s font-[560]">
              CSV file
            </label>
            <input
              id="csv-file"
              type="file"
              accept=".csv,text/csv"
              onChange={choose}
              className="block w-full text-s text-soft file:mr-3 file:min-h-10 file:cursor-pointer file:rounded-m file:border file:border-solid file:border-line-strong file:bg-sheet file:px-4 file:text-ink pointer-coarse:file:min-h-11"
            />
          </div>
          {long ? (
            <p className="text-s" role="status">
              {count(file.csv.split("\n").length)} lines, {count(file.csv.length)} characters.{" "}
              <button
                type="button"
                className="text-accent underline underline-offset-2"
                onClick={() => change({ csv: "" })}
              >
                Take it out again
              </button>
            </p>
          ) : (
            <TextArea
              label="Or paste it"
              rows={8}
              spellCheck={false}
              className="font-mono text-s"
              placeholder="candidate,rater,dimension,score"
              value={file.csv}
              onChange={(event) => change({ csv: event.target.value })}
            />
          )}
          <TextField
            label="Opening"
            hint="Where ratings belong when the file has no opening column. A new title makes a new opening."
            value={file.openingTitle}
            onChange={(event) => change({ openingTitle: event.target.value })}
          />
          <div>
            <Button
              type="submit"
              look={state.step === "previewed" ? "plain" : "primary"}
              disabled={file.csv.trim() === "" || state.step === "reading" || state.step === "running"}
            >
              Preview
            </Button>
          </div>
          <ImportOutcome state={state} maySeeCandidates={maySeeCandidates} onRun={run} />
        </form>
        <ImportFormats />
      </div>
    </>
  );
}
