"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import {
  type Reference,
  type ReferenceMark,
  referenceProblems,
  type SpokenBeat,
  spokenText,
} from "@/lib/domain/practice-answer";
import type { RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension } from "@/lib/domain/scale";
import { TRAPS } from "@/lib/domain/traps";
import { ReferenceMarkFields } from "./reference-mark-fields";
import { SpokenWords } from "./spoken-words";

interface ReferenceFormProps {
  title: string;
  action: string;
  /** The answer: it stands beside the reasons, and their quotations are looked for in it. */
  spoken: readonly SpokenBeat[];
  rubric: RubricContent;
  start?: Reference;
  onSend: (reference: Reference) => Promise<void>;
}

/** A mark and a reason for each dimension. A reason quotes the words that earned the mark, or it is not taken. */
export function ReferenceForm({ title, action, spoken, rubric, start, onSend }: ReferenceFormProps) {
  const [marks, setMarks] = useState<Partial<Record<Dimension, Partial<ReferenceMark>>>>(
    start?.reference ?? {},
  );
  const [traps, setTraps] = useState(start?.traps ?? []);
  const [shown, setShown] = useState<readonly string[]>([]);
  const send = () => {
    const ownership = whole(marks.ownership);
    const noticing = whole(marks.noticing);
    const consequence = whole(marks.consequence);
    const fix = whole(marks.fix);
    const calibration = whole(marks.calibration);
    if (!ownership || !noticing || !consequence || !fix || !calibration)
      return setShown(
        DIMENSIONS.filter((dimension) => !whole(marks[dimension])).map(
          (dimension) => `${rubric.dimensions[dimension].name} needs a mark and a reason`,
        ),
      );
    const reference = { reference: { ownership, noticing, consequence, fix, calibration }, traps };
    const problems = referenceProblems(spokenText(spoken), reference);
    setShown(problems);
    if (problems.length === 0) void onSend(reference);
  };
  return (
    <details className="mt-3">
      <summary className="min-h-6 text-s font-[560] text-accent pointer-coarse:py-3">{title}</summary>
      <p className="mt-2 max-w-[72ch] text-s text-soft">
        Put the words that earned a mark between “ and ”; they are looked for in the answer.
      </p>
      <div className="mt-3 grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="border-l-2 border-line pl-4 xl:order-last xl:sticky xl:top-6 xl:self-start">
          <SpokenWords spoken={spoken} quoted={[]} />
        </div>
        <div className="grid gap-4">
          {DIMENSIONS.map((dimension) => (
            <ReferenceMarkFields
              key={dimension}
              dimension={dimension}
              rubric={rubric}
              given={marks[dimension] ?? {}}
              onChange={(given) => setMarks({ ...marks, [dimension]: given })}
            />
          ))}
          <div className="grid gap-4 md:grid-cols-2">
            {TRAPS.map((trap) => {
              const flagged = traps.find((one) => one.trap === trap);
              const others = traps.filter((one) => one.trap !== trap);
              return (
                <TextArea
                  key={trap}
                  label={`Trap “${rubric.traps[trap].name}”`}
                  hint="Why it is there, or empty when it is not"
                  value={flagged?.because ?? ""}
                  onChange={(event) =>
                    setTraps(event.target.value ? [...others, { trap, because: event.target.value }] : others)
                  }
                />
              );
            })}
          </div>
          {shown.length > 0 && (
            <div role="alert">
              <ul className="list-disc pl-5 text-s text-warn">
                {shown.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            </div>
          )}
          <Button className="justify-self-start" onClick={send}>
            {action}
          </Button>
        </div>
      </div>
    </details>
  );
}

/** A mark with its reason, or null while either is wanting. */
function whole(given: Partial<ReferenceMark> | undefined): ReferenceMark | null {
  const { mark, because = "" } = given ?? {};
  return mark === undefined || because.trim() === "" ? null : { mark, because };
}
