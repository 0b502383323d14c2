"use client";

import { useCallback, useEffect, useState } from "react";
import {
  chooseScoreColumnsContract,
  getScoreFileContract,
  getScoreSheetContract,
  type ScoreChoices,
  type ScoreFile,
  type ScoreSheet,
} from "@/lib/contracts/score-files";
import { ApiProblem, call } from "./api";

/** How often a file that is being read or computed is asked for again. */
const LOOK_AGAIN_MS = 1_000;

export interface LiveScoreFile {
  file: ScoreFile;
  /** Null until the sheet has been asked for. */
  sheet: ScoreSheet | null;
  /** Why the last look failed, in words. */
  away: string | null;
  choose(choices: ScoreChoices): Promise<void>;
}

/** A file of somebody's own scores: looked at until it is read, then until its sheet is there. */
export function useScoreFile(initial: ScoreFile): LiveScoreFile {
  const [file, setFile] = useState(initial);
  const [sheet, setSheet] = useState<ScoreSheet | null>(null);
  const [away, setAway] = useState<string | null>(null);
  const { fileId } = initial;
  const readable = file.reading.state === "read" && file.reading.problem === null;
  const waiting = file.reading.state === "computing";
  const computing = readable && (sheet === null || sheet.state === "computing");
  useEffect(() => {
    if (!waiting && !computing) return;
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const next = waiting
          ? { file: await call(getScoreFileContract, { fileId }) }
          : { sheet: await call(getScoreSheetContract, { fileId }) };
        if (!current) return;
        setAway(null);
        if ("file" in next) setFile(next.file);
        else setSheet(next.sheet);
      } catch (error) {
        if (current) setAway(error instanceof ApiProblem ? error.message : "The server did not answer.");
      }
      if (current) timer = setTimeout(look, LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [waiting, computing, fileId]);
  const choose = useCallback(
    async (choices: ScoreChoices) => {
      try {
        await call(chooseScoreColumnsContract, { fileId, choices });
        const next = await call(getScoreFileContract, { fileId });
        setSheet(null);
        setFile(next);
        setAway(null);
      } catch (error) {
        setAway(error instanceof ApiProblem ? error.message : "The server did not answer.");
      }
    },
    [fileId],
  );
  return { file, sheet, away, choose };
}
