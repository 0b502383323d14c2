"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toastDone } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import { addOwnAnswerContract } from "@/lib/contracts/practice";
import { spokenAnswer } from "@/lib/contracts/practice-answer";
import { BEATS, type Beat } from "@/lib/domain/beats";
import { BEAT_LABEL } from "@/lib/domain/labels";
import { spokenSeconds, WORK_KINDS, WORK_LABEL, type WorkKind } from "@/lib/domain/practice-answer";
import { spokenFrom } from "./spoken-from";
import { lengthText } from "./words";

/** The fields by the names they have on the screen. */
const LABEL = {
  title: "Title that gives nothing away",
  role: "Who speaks",
  field: "Line of work",
  spoken: "What is said",
} as const;
const labelOf = (key: unknown) => Object.entries(LABEL).find(([name]) => name === key)?.[1] ?? "The answer";

const NOTHING = { title: "", role: "", field: "", work: "engineering" as WorkKind };
const NO_WORDS: Record<Beat, string> = {
  situation: "",
  task: "",
  mistake: "",
  noticing: "",
  result: "",
  bridge: "",
};

/** A new answer, beat by beat. A beat left empty is a beat the speaker skips. */
export function AddAnswer() {
  const router = useRouter();
  const [about, setAbout] = useState(NOTHING);
  const [words, setWords] = useState(NO_WORDS);
  const [problem, setProblem] = useState<string | null>(null);
  const spoken = spokenFrom(words);
  const add = async () => {
    const parsed = spokenAnswer.safeParse({ ...about, spoken });
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return setProblem(`${labelOf(issue?.path[0])}: ${issue?.message ?? ""}`);
    }
    try {
      await call(addOwnAnswerContract, parsed.data);
      toastDone("Added; two leads now set its reference");
      setAbout(NOTHING);
      setWords(NO_WORDS);
      setProblem(null);
      router.refresh();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It was not added; try again");
    }
  };
  const field = (key: "title" | "role" | "field") => (
    <TextField
      label={LABEL[key]}
      value={about[key]}
      onChange={(event) => setAbout({ ...about, [key]: event.target.value })}
    />
  );
  return (
    <details className="mb-8 border-y border-line-strong py-3">
      <summary className="min-h-6 font-[560] text-accent pointer-coarse:py-3">Add an answer</summary>
      <div className="mt-4 grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        {field("title")}
        {field("role")}
        {field("field")}
        <Select
          label="Kind of work"
          value={about.work}
          onChange={(event) =>
            setAbout({ ...about, work: WORK_KINDS.find((one) => one === event.target.value) ?? about.work })
          }
          options={WORK_KINDS.map((value) => ({ value, label: WORK_LABEL[value] }))}
        />
      </div>
      <div className="mt-4 grid gap-4 md:grid-cols-2">
        {BEATS.map((beat) => (
          <TextArea
            key={beat}
            label={BEAT_LABEL[beat]}
            value={words[beat]}
            onChange={(event) => setWords({ ...words, [beat]: event.target.value })}
          />
        ))}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button look="primary" onClick={() => void add()}>
          Add the answer
        </Button>
        <p role="status" className={problem ? "text-s font-[560] text-warn" : "text-s text-soft"}>
          {problem ?? `Spoken in about ${lengthText(spokenSeconds(spoken))} at an ordinary pace`}
        </p>
      </div>
    </details>
  );
}
