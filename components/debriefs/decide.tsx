import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { newId } from "@/lib/client/ids";
import type { DebriefRoom } from "@/lib/client/use-debrief";
import { decideDebriefContract } from "@/lib/contracts/debriefs";
import { NOTE_MAX_CHARACTERS } from "@/lib/contracts/limits";

import { OUTCOMES, type Outcome } from "@/lib/domain/debrief";
import { OUTCOME_LABEL } from "@/lib/domain/labels";
import { Button } from "../ui/button";
import { Chip, ChipGroup } from "../ui/chip";
import { TextArea } from "../ui/field";
import { toastDone } from "../ui/toasts";

/** A lead's last step: what was decided, why, and who took part. Whoever is in the room is named beforehand. */
export function Decide({ room }: { room: DebriefRoom }) {
  const { interviewId, seats, guests, decisions } = room.debrief;
  const people = [...seats.map(({ member }) => member), ...guests];
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [rationale, setRationale] = useState("");
  /** Null until somebody changes it: then whoever is here took part. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // One id a decision: pressing twice, or again after a lost answer, records it once.
  const decisionId = useRef(newId());
  const here = [
    ...seats.filter((seat) => seat.here).map(({ member }) => member.id),
    ...guests.map(({ id }) => id),
  ];
  const tookPart = chosen ?? here;

  const writing = rationale.trim() !== "";
  useEffect(() => {
    if (!writing) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [writing]);

  const decide = async (event: FormEvent) => {
    event.preventDefault();
    const left = wanting(outcome, rationale, tookPart);
    if (left !== null || outcome === null) return setProblem(left);
    const input = {
      interviewId,
      decisionId: decisionId.current,
      outcome,
      rationale,
      tookPart: [...tookPart],
    };
    const refused = await room.take(decideDebriefContract, input);
    setProblem(refused);
    if (refused !== null) return;
    toastDone("The decision is recorded");
    decisionId.current = newId();
    setOutcome(null);
    setRationale("");
    setChosen(null);
  };

  return (
    <Frame decided={decisions.length > 0}>
      <form onSubmit={decide} noValidate className="mt-3 max-w-[44rem] space-y-4">
        <ChipGroup
          legend="What the panel decided"
          name="outcome"
          options={OUTCOMES.map((value) => ({ value, label: OUTCOME_LABEL[value] }))}
          value={outcome}
          onChange={setOutcome}
        />
        <TextArea
          label="Why"
          rows={4}
          maxLength={NOTE_MAX_CHARACTERS}
          value={rationale}
          onChange={(event) => setRationale(event.target.value)}
        />
        <fieldset>
          <legend className="mb-2 text-s text-soft">Who took part</legend>
          <div className="flex flex-wrap gap-1 pointer-coarse:gap-2">
            {people.map(({ id, name }) => (
              <Chip
                key={id}
                kind="checkbox"
                checked={tookPart.includes(id)}
                onChange={(event) =>
                  setChosen(
                    event.target.checked ? [...tookPart, id] : tookPart.filter((member) => member !== id),
                  )
                }
              >
                {name}
              </Chip>
            ))}
          </div>
        </fieldset>
        {problem && (
          <p role="alert" className="text-s font-[560] text-warn">
            {problem}
          </p>
        )}
        <Button type="submit" look={decisions.length === 0 ? "primary" : "plain"}>
          Record the decision
        </Button>
      </form>
    </Frame>
  );
}

/** Open while the room waits for a decision; folded once there is one, which stands above. */
function Frame({ decided, children }: { decided: boolean; children: ReactNode }) {
  return (
    <section
      aria-label={decided ? "Decide otherwise" : "Decide"}
      data-print="no"
      className="border-t border-line-strong pt-3"
    >
      {decided ? (
        <details>
          <summary className="min-h-6 font-[560] text-accent pointer-coarse:py-3">Decide otherwise</summary>
          {children}
        </details>
      ) : (
        <>
          <h2>Decide</h2>
          {children}
        </>
      )}
    </section>
  );
}

function wanting(outcome: Outcome | null, rationale: string, tookPart: readonly string[]): string | null {
  if (outcome === null) return "Choose what the panel decided";
  if (rationale.trim() === "") return "Write why";
  return tookPart.length === 0 ? "Say who took part" : null;
}
