"use client";

import { useEffect, useState } from "react";
import { call } from "@/lib/client/api";
import { findCandidatesContract, listCandidatesContract } from "@/lib/contracts/candidates";
import { listInterviewsContract } from "@/lib/contracts/interviews";
import { mayCompare, type Role } from "@/lib/domain/roles";

/** A person or interview that the palette can open. */
export interface PaletteEntry {
  id: string;
  label: string;
  about: string;
  href: string;
}

export interface PaletteEntries {
  interviews: readonly PaletteEntry[];
  candidates: readonly PaletteEntry[];
  /** Words for when the lists could not be read; the pages still can be reached. */
  problem: string | null;
}

/** From here on what is typed is asked for; one letter finds nearly everybody. */
const LETTERS_ASKED = 2;
/** A pause in typing this long is worth a request. */
const PAUSE_MS = 120;

async function interviewEntries(): Promise<PaletteEntry[]> {
  const { today, toSubmit, next, submitted } = await call(listInterviewsContract, {});
  return [...today, ...toSubmit, ...next, ...submitted].map((interview) => ({
    id: interview.interviewId,
    label: interview.candidate.name,
    about: `${interview.opening.title}, ${interview.state === "submitted" ? "submitted" : "to score"}`,
    href: `/interviews/${interview.interviewId}`,
  }));
}

/** Those of the opening looked at last, for whoever has typed nothing yet; then whoever's name holds what was typed. */
async function candidateEntries(typed: string): Promise<PaletteEntry[]> {
  if (typed.trim().length < LETTERS_ASKED) {
    const { opening, candidates } = await call(listCandidatesContract, {});
    return candidates.map((row) => entryOf(row.applicationId, row.candidate.name, opening?.title ?? ""));
  }
  const { found } = await call(findCandidatesContract, { part: typed });
  return found.map(({ applicationId, candidate, opening }) =>
    entryOf(applicationId, candidate.name, opening),
  );
}

function entryOf(applicationId: string, label: string, about: string): PaletteEntry {
  return { id: applicationId, label, about, href: `/candidates/${applicationId}` };
}

/** Reads the lists anew each time the palette opens, and candidates again as somebody types: what it offers is there. */
export function usePaletteEntries(open: boolean, roles: readonly Role[], typed: string): PaletteEntries {
  const [interviews, setInterviews] = useState<readonly PaletteEntry[]>([]);
  const [candidates, setCandidates] = useState<readonly PaletteEntry[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const compares = mayCompare(roles);
  useEffect(() => {
    if (!open) return;
    return whileWanted(interviewEntries(), setInterviews, setProblem);
  }, [open]);
  useEffect(() => {
    if (!open || !compares) return;
    let leave = () => {};
    const pause = setTimeout(
      () => {
        leave = whileWanted(candidateEntries(typed), setCandidates, setProblem);
      },
      typed ? PAUSE_MS : 0,
    );
    return () => {
      clearTimeout(pause);
      leave();
    };
  }, [open, compares, typed]);
  return { interviews, candidates, problem };
}

/** Keeps an answer, or the words for its absence, unless the question is an old one by then. */
function whileWanted(
  asked: Promise<PaletteEntry[]>,
  keep: (entries: PaletteEntry[]) => void,
  say: (problem: string | null) => void,
): () => void {
  let wanted = true;
  asked.then(
    (entries) => {
      if (!wanted) return;
      keep(entries);
      say(null);
    },
    () => wanted && say("Candidates and interviews could not be read just now."),
  );
  return () => {
    wanted = false;
  };
}
