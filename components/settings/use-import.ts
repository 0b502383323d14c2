"use client";

import { useRef, useState } from "react";
import { ApiProblem, call } from "@/lib/client/api";
import type { OutputOf } from "@/lib/contracts/contract";
import { type ImportPreview, previewImportContract, runImportContract } from "@/lib/contracts/imports";

/** What the form holds. */
export interface ImportFile {
  csv: string;
  openingTitle: string;
}

export type ImportState =
  | { step: "choosing" }
  | { step: "reading" }
  | { step: "previewed"; preview: ImportPreview }
  | { step: "running"; preview: ImportPreview }
  | { step: "done"; result: OutputOf<typeof runImportContract> }
  | { step: "failed"; message: string };

/** Reads, previews and brings in one file; a change to the file asks for a new preview. */
export function useImport() {
  const [file, setFile] = useState<ImportFile>({ csv: "", openingTitle: "" });
  const [state, setState] = useState<ImportState>({ step: "choosing" });
  /** Counts changes of the file: an answer to an earlier one is not shown over a later one. */
  const edition = useRef(0);

  const input = {
    csv: file.csv,
    ...(file.openingTitle.trim() ? { openingTitle: file.openingTitle.trim() } : {}),
  };
  const fail = (error: unknown) =>
    setState({
      step: "failed",
      message: error instanceof ApiProblem ? error.message : "The file could not be sent. Try again.",
    });

  return {
    file,
    state,
    /** Any change makes the preview stale: it is taken away. */
    change(part: Partial<ImportFile>) {
      edition.current += 1;
      setFile((present) => ({ ...present, ...part }));
      setState({ step: "choosing" });
    },
    async preview() {
      setState({ step: "reading" });
      const asked = edition.current;
      const current = () => edition.current === asked;
      await call(previewImportContract, input).then(
        (preview) => current() && setState({ step: "previewed", preview }),
        (error) => current() && fail(error),
      );
    },
    async run(preview: ImportPreview) {
      setState({ step: "running", preview });
      await call(runImportContract, input).then((result) => setState({ step: "done", result }), fail);
    },
  };
}
