"use client";

import { useState } from "react";
import { type Interview, useInterview } from "@/lib/client/use-interview";
import { Cockpit } from "./cockpit";
import { Reveal } from "./reveal";

/** One interview: to score while your seat is open, to read once it is not. */
export function Scoring({ interview: initial }: { interview: Interview }) {
  const { interview, refresh } = useInterview(initial);
  const [holding, setHolding] = useState(false);
  const { mine } = interview;
  if (mine && (mine.submittedAt === null || holding)) {
    return <Cockpit interview={interview} mine={mine} onSubmitted={refresh} onHolding={setHolding} />;
  }
  return (
    <Reveal
      interview={interview}
      arrived={mine !== null && initial.mine?.submittedAt === null}
      onChange={refresh}
    />
  );
}
