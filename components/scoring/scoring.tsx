"use client";

import dynamic from "next/dynamic";
import { type ComponentType, useCallback, useState } from "react";
import { untilLoaded } from "@/lib/client/until-loaded";
import { type Interview, useInterview } from "@/lib/client/use-interview";
import { readAgainIfReplaced } from "@/lib/client/use-recovery";
import { Cockpit } from "./cockpit";
import type { RevealProps } from "./reveal";

/** No part of the cockpit's page: with the page of a scorecard that is in, else once one has been submitted. */
const loadReveal = async () => (await import("./reveal")).Reveal;
const RevealWithPage = dynamic(async () => (await import("./reveal")).Reveal);

/** One interview: to score while your seat is open, to read once it is not. */
export function Scoring({ interview: initial }: { interview: Interview }) {
  const { interview, refresh } = useInterview(initial);
  const { mine } = interview;
  const [reveal, setReveal] = useState<{ Reveal: ComponentType<RevealProps> } | null>(() =>
    mine && mine.submittedAt === null ? null : { Reveal: RevealWithPage },
  );
  // The cockpit stays up until it is here; all is saved by now.
  const finish = useCallback(
    () => void untilLoaded(loadReveal, readAgainIfReplaced).then((Reveal) => setReveal({ Reveal })),
    [],
  );
  if (mine && reveal === null) {
    return <Cockpit interview={interview} mine={mine} onSubmitted={refresh} onFinished={finish} />;
  }
  const { Reveal } = reveal ?? { Reveal: RevealWithPage };
  return (
    <Reveal
      interview={interview}
      arrived={mine !== null && initial.mine?.submittedAt === null}
      onChange={refresh}
    />
  );
}
