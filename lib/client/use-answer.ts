"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { Contract, OutputOf } from "@/lib/contracts/contract";
import { ApiProblem, call } from "./api";

export interface Answer<Output> {
  /** The latest answer; an earlier one stays on screen while a newer is on its way. */
  answer: Output | null;
  busy: boolean;
  problem: ApiProblem | null;
  refresh: () => void;
}

/**
 * The answer of one address to this input, asked again when the input changes or on `refresh`.
 * @param first the answer that came with the page, to its first input
 */
export function useAnswer<C extends Contract>(
  contract: C,
  input: z.input<C["input"]>,
  first: OutputOf<C> | null,
): Answer<OutputOf<C>> {
  const key = JSON.stringify(input);
  const [held, setHeld] = useState({ key: first === null ? null : key, answer: first });
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [asked, setAsked] = useState(0);
  const answered = useRef({ key: held.key, asked: 0 });
  const asking = useRef(input);
  asking.current = input;
  useEffect(() => {
    if (answered.current.key === key && answered.current.asked === asked) return;
    const leave = new AbortController();
    call(contract, asking.current, { signal: leave.signal }).then(
      (answer) => {
        if (leave.signal.aborted) return;
        answered.current = { key, asked };
        setProblem(null);
        setHeld({ key, answer });
      },
      (cause: unknown) => {
        if (leave.signal.aborted) return;
        setProblem(cause instanceof ApiProblem ? cause : new ApiProblem("UNREADABLE", String(cause)));
      },
    );
    return () => leave.abort();
  }, [contract, key, asked]);
  const refresh = useCallback(() => setAsked((times) => times + 1), []);
  return { answer: held.answer, busy: held.key !== key && problem === null, problem, refresh };
}
