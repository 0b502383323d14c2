"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type Reference, type ReferenceMark, referenceProblems } from "@/lib/domain/practice-answer";
import { anchorOf, type RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension, markLabel, marksOf } from "@/lib/domain/scale";
import { TRAPS } from "@/lib/domain/traps";

interface ReferenceFormProps {
  title: string;
  action: string;
  /** The whole answer, that quotations are looked for in. */
  text: string;
  rubric: RubricContent;
  start?: Reference;
  onSend: (reference: Reference) => Promise<void>;
}

/** A mark and a reason for each dimension. A reason quotes the words that earned the mark, or it is not taken. */
export function ReferenceForm({ title, action, text, rubric, start, onSend }: ReferenceFormProps) {
  const [marks, setMarks] = useState<Partial<Record<Dimension, ReferenceMark>>>(start?.reference ?? {});
  const [traps, setTraps] = useState(start?.traps ?? []);
  const [shown, setShown] = useState<readonly string[]>([]);
  const send = () => {
    const { ownership, noticing, consequence, fix, calibration } = marks;
    if (!ownership || !noticing || !consequence || !fix || !calibration)
      return setShown(["Each dimension needs a mark and a reason"]);
    const reference = { reference: { ownership, noticing, consequence, fix, calibration }, traps };
    const problems = referenceProblems(text, reference);
    setShown(problems);
    if (problems.length === 0) void onSend(reference);
  };
  return (
    <details className="mt-3">
      <summary className="min-h-6 text-s font-[560] text-accent pointer-coarse:min-h-11">{title}</summary>
      <p className="mt-2 max-w-[72ch] text-s text-soft">
        Put the words that earned a mark between “ and ”; they are looked for in the answer.
      </p>
      <div className="mt-3 grid gap-4">
        {DIMENSIONS.map((dimension) => {
          const { name } = rubric.dimensions[dimension];
          const chosen = marks[dimension];
          return (
            <div key={dimension} className="grid gap-3 md:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
              <Select
                label={`${name}: mark`}
                value={chosen ? String(chosen.mark) : ""}
                onChange={(event) => {
                  const mark = marksOf(dimension).find((one) => String(one) === event.target.value);
                  if (mark !== undefined)
                    setMarks({ ...marks, [dimension]: { mark, because: chosen?.because ?? "" } });
                }}
                options={[
                  { value: "", label: "Choose" },
                  ...marksOf(dimension).map((mark) => ({
                    value: String(mark),
                    label: `${markLabel(dimension, mark)} ${anchorOf(rubric, dimension, mark)}`,
                  })),
                ]}
              />
              <TextArea
                label={`${name}: why`}
                disabled={!chosen}
                value={chosen?.because ?? ""}
                onChange={(event) =>
                  chosen && setMarks({ ...marks, [dimension]: { ...chosen, because: event.target.value } })
                }
              />
            </div>
          );
        })}
        {TRAPS.map((trap) => {
          const flagged = traps.find((one) => one.trap === trap);
          const others = traps.filter((one) => one.trap !== trap);
          return (
            <TextArea
              key={trap}
              label={`Trap “${rubric.traps[trap].name}”: why, or empty when it is not there`}
              value={flagged?.because ?? ""}
              onChange={(event) =>
                setTraps(event.target.value ? [...others, { trap, because: event.target.value }] : others)
              }
            />
          );
        })}
      </div>
      {shown.length > 0 && (
        <ul role="alert" className="mt-3 list-disc pl-5 text-s text-warn">
          {shown.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <Button className="mt-4" onClick={send}>
        {action}
      </Button>
    </details>
  );
}
