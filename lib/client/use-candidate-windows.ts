"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { listCandidatesContract } from "@/lib/contracts/candidates";
import { ApiProblem, call } from "./api";
import {
  type CandidateListing,
  heldFrom,
  joined,
  type ListQueryInput,
  missingWindows,
  WINDOW_ROWS,
} from "./candidate-windows";
import { oneAtATime } from "./one-at-a-time";

type Range = readonly [number, number];

/**
 * The candidates that a query finds, however many: windows of them are read as they come into sight.
 * @param first the window that came with the page
 */
export function useCandidateWindows(first: CandidateListing, query: ListQueryInput) {
  const key = JSON.stringify(query);
  const [held, setHeld] = useState(() => ({ key, list: heldFrom(first) }));
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const current = useRef({ key, query, held, seen: [0, 0] as Range, run: oneAtATime() });
  Object.assign(current.current, { key, query, held });

  const ask = useCallback(async (offset: number, how: "afresh" | "beside") => {
    const { key: asked, query: words, run } = current.current;
    // A window is wanted once; a refresh that is asked for while one is on its way must be read after it.
    await run(`${how} ${offset} ${asked}`, how === "afresh", async () => {
      if (current.current.key !== asked) return;
      try {
        const listing = await call(listCandidatesContract, { ...words, offset, limit: WINDOW_ROWS });
        if (current.current.key !== asked) return;
        setProblem(null);
        setHeld((present) => ({
          key: asked,
          list: how === "beside" && present.key === asked ? joined(present.list, listing) : heldFrom(listing),
        }));
      } catch (cause) {
        if (current.current.key !== asked) return;
        setProblem(cause instanceof ApiProblem ? cause : new ApiProblem("UNREADABLE", String(cause)));
      }
    });
  }, []);

  useEffect(() => {
    if (current.current.held.key !== key) void ask(0, "afresh");
  }, [key, ask]);

  /** Reads what is in sight and not there yet. */
  const see = useCallback(
    (range: Range) => {
      current.current.seen = range;
      const { held: present, key: wanted } = current.current;
      if (present.key !== wanted) return;
      for (const offset of missingWindows(present.list, range)) void ask(offset, "beside");
    },
    [ask],
  );

  // What came may be less than what is in sight: after a refresh, or when a window ends in the middle of the screen.
  useEffect(() => {
    if (held.key === current.current.key) see(current.current.seen);
  }, [held, see]);

  /** Reads again what is in sight; the rest is forgotten, and read when it is seen. */
  const refresh = useCallback(() => {
    const [top] = current.current.seen;
    void ask(Math.floor(top / WINDOW_ROWS) * WINDOW_ROWS, "afresh");
  }, [ask]);

  // A change may have been told while the network was down: what could not be read then is read when it is back.
  useEffect(() => {
    if (problem === null) return;
    window.addEventListener("online", refresh);
    return () => window.removeEventListener("online", refresh);
  }, [problem, refresh]);

  return { ...held.list, busy: held.key !== key && problem === null, problem, see, refresh };
}
