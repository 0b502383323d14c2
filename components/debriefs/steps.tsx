import { type FormEvent, useState } from "react";
import type { DebriefRoom } from "@/lib/client/use-debrief";
import { openDebriefContract, revealDebriefContract } from "@/lib/contracts/debriefs";
import { REASON_MAX_CHARACTERS } from "@/lib/contracts/limits";

import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { listed } from "./debrief-words";

/** What a lead can do next, or what everybody waits for. Nothing once revealed. */
export function Steps({ room }: { room: DebriefRoom }) {
  const { state, leads, scorecards } = room.debrief;
  if (state === "revealed") {
    return scorecards.length === 0 ? <p className="text-soft">The scorecards come in a moment.</p> : null;
  }
  if (!leads) {
    return (
      <p className="max-w-[60ch] text-soft">
        {state === "open"
          ? "A lead reveals the scorecards to everybody at once. They appear here by themselves: stay on this page."
          : "The room opens with the last scorecard, or when a lead opens it early."}
      </p>
    );
  }
  return state === "open" ? <RevealStep room={room} /> : <EarlyStep room={room} />;
}

function RevealStep({ room }: { room: DebriefRoom }) {
  const [problem, setProblem] = useState<string | null>(null);
  const { interviewId, seats } = room.debrief;
  const away = seats.filter(({ here }) => !here).map(({ member }) => member.name);
  const blind = seats.filter(({ submittedAt }) => submittedAt === null).map(({ member }) => member.name);
  return (
    <section aria-labelledby="reveal" className="border-t border-line-strong pt-3">
      <h2 id="reveal">Reveal to everybody</h2>
      <p className="mt-1 mb-3 max-w-[60ch] text-s text-soft">
        {away.length === 0
          ? "The whole panel is here. "
          : `Not here yet: ${listed(away)}. Whoever comes later finds them revealed. `}
        {blind.length > 0 && `${listed(blind)} sees nothing until theirs is in. `}
        Everybody sees the marks at the same moment, and it cannot be taken back.
      </p>
      <Button
        look="primary"
        onClick={async () => setProblem(await room.take(revealDebriefContract, { interviewId }))}
      >
        Reveal the scorecards
      </Button>
      {problem && (
        <p role="alert" className="mt-2 text-s font-[560] text-warn">
          {problem}
        </p>
      )}
    </section>
  );
}

function EarlyStep({ room }: { room: DebriefRoom }) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const { interviewId, seats } = room.debrief;
  if (seats.every(({ submittedAt }) => submittedAt === null)) {
    return (
      <p className="max-w-[60ch] text-soft">
        Nobody has submitted yet, so there is nothing to talk about. The room opens by itself with the last
        scorecard; from the first one on, you may open it early.
      </p>
    );
  }
  const open = async (event: FormEvent) => {
    event.preventDefault();
    const written = reason.trim();
    setProblem(
      written === ""
        ? "Write why, in one line"
        : await room.take(openDebriefContract, { interviewId, reason: written }),
    );
  };
  return (
    <section aria-labelledby="early" className="border-t border-line-strong pt-3">
      <h2 id="early">Open early</h2>
      <p className="mt-1 mb-3 max-w-[60ch] text-s text-soft">
        The room opens by itself with the last scorecard. Opened early, whoever has not submitted stays blind
        in it, and your reason is kept.
      </p>
      <form onSubmit={open} noValidate className="max-w-[40rem] space-y-3">
        <TextField
          label="Why now"
          value={reason}
          maxLength={REASON_MAX_CHARACTERS}
          error={problem ?? undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit">Open early</Button>
      </form>
    </section>
  );
}
