import { type FormEvent, useState } from "react";
import type { DebriefRoom } from "@/lib/client/use-debrief";
import { openDebriefContract, revealDebriefContract } from "@/lib/contracts/debriefs";
import { REASON_MAX_CHARACTERS } from "@/lib/contracts/limits";

import { Button } from "../ui/button";
import { TextField } from "../ui/field";

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
          ? "A lead reveals the scorecards to everybody at once. They appear here by themselves."
          : "The room opens with the last scorecard, or when a lead opens it early."}
      </p>
    );
  }
  return state === "open" ? <RevealStep room={room} /> : <EarlyStep room={room} />;
}

function RevealStep({ room }: { room: DebriefRoom }) {
  const [problem, setProblem] = useState<string | null>(null);
  const { interviewId, seats } = room.debrief;
  const here = seats.filter((seat) => seat.here).length;
  return (
    <section aria-labelledby="reveal" className="border-t border-line-strong pt-3">
      <h2 id="reveal">Reveal to everybody</h2>
      <p className="mt-1 mb-3 max-w-[60ch] text-s text-soft">
        {here} of {seats.length} interviewers are here. Everybody sees the marks at the same moment, ordered
        by disagreement.
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
    return <p className="text-soft">Nobody has submitted yet: there is nothing to talk about.</p>;
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
        The room opens by itself with the last scorecard. Opened early, who has not submitted stays blind in
        it, and your reason is kept.
      </p>
      <form onSubmit={open} noValidate className="flex max-w-[40rem] flex-wrap items-end gap-3">
        <div className="min-w-56 flex-1">
          <TextField
            label="Why now"
            value={reason}
            maxLength={REASON_MAX_CHARACTERS}
            error={problem ?? undefined}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <Button type="submit">Open early</Button>
      </form>
    </section>
  );
}
