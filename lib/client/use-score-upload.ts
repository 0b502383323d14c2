"use client";

import { useCallback, useRef, useState } from "react";
import {
  addScoreFileContract,
  SCORE_FILE_MAX_BYTES,
  SCORE_PART_BYTES,
  sendScorePartContract,
} from "@/lib/contracts/score-files";
import { NAME_MAX_CHARACTERS } from "@/lib/contracts/values";
import { ApiProblem, call } from "./api";
import { newId } from "./ids";

export type UploadState =
  | { step: "idle" }
  | { step: "sending"; title: string; sent: number; bytes: number }
  | { step: "stopped"; title: string; message: string };

export interface ScoreUpload {
  state: UploadState;
  /** Sends a chosen file; a file that stopped half way goes on where it was. Resolves to its id once it is there. */
  send(file: File): Promise<string | null>;
}

interface Sending {
  file: File;
  fileId: string;
  next: number;
}

/** Sends a file piece by piece, so that a lost connection costs one piece. */
export function useScoreUpload(): ScoreUpload {
  const [state, setState] = useState<UploadState>({ step: "idle" });
  const under = useRef<Sending | null>(null);
  const send = useCallback(async (file: File) => {
    const title = file.name.slice(0, NAME_MAX_CHARACTERS);
    const stop = (message: string) => {
      setState({ step: "stopped", title, message });
      return null;
    };
    if (file.size === 0) return stop("The file is empty.");
    if (file.size > SCORE_FILE_MAX_BYTES)
      return stop("The file is larger than 100 MB. npm run analyze reads it where it is.");
    const known = under.current;
    const sending = known && sameFile(known.file, file) ? known : { file, fileId: newId(), next: 0 };
    under.current = sending;
    const { fileId } = sending;
    try {
      await call(addScoreFileContract, { fileId, title, bytes: file.size });
      for (; sending.next * SCORE_PART_BYTES < file.size; sending.next++) {
        const from = sending.next * SCORE_PART_BYTES;
        setState({ step: "sending", title, sent: from, bytes: file.size });
        const content = await base64Of(file.slice(from, from + SCORE_PART_BYTES));
        await call(sendScorePartContract, { fileId, place: sending.next, content });
      }
      under.current = null;
      setState({ step: "idle" });
      return fileId;
    } catch (error) {
      const message = error instanceof ApiProblem ? error.message : "The file could not be read.";
      return stop(`${message} Choose it again to go on where it stopped.`);
    }
  }, []);
  return { state, send };
}

const sameFile = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** Characters a `String.fromCharCode` takes at once without running out of stack. */
const CHUNK = 32_768;

async function base64Of(piece: Blob): Promise<string> {
  const bytes = new Uint8Array(await piece.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
