"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import {
  draftRubricContract,
  RUBRIC_FILE_MAX_CHARACTERS,
  type RubricFile,
  rubricFile,
} from "@/lib/contracts/rubric-versions";

/** Begin a draft from what is in use or from a file, or go on with the one there is. */
export function DraftActions({ draftId }: { draftId: string | null }) {
  const router = useRouter();
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (draftId) {
    return (
      <LinkButton look="primary" href={`/rubric/versions/${draftId}/edit`}>
        Go on with the draft
      </LinkButton>
    );
  }
  const begin = async (file?: RubricFile) => {
    try {
      const { id } = await call(draftRubricContract, file ? { file } : {});
      router.push(`/rubric/versions/${id}/edit`);
    } catch (problem) {
      toastProblem("No draft was begun", problem instanceof Error ? problem.message : "");
    }
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    const found = rubricIn(await file.text());
    setProblem(typeof found === "string" ? found : null);
    if (typeof found !== "string") await begin(found);
  };
  return (
    <>
      <Button onClick={() => picker.current?.click()}>Bring in a file</Button>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        aria-label="Rubric file"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button look="primary" onClick={() => begin()}>
        Begin a draft
      </Button>
      {problem && (
        <div role="alert" className="basis-full contain-inline-size text-s text-warn">
          <p className="font-[560]">Nothing was brought in</p>
          <p>{problem}</p>
        </div>
      )}
    </>
  );
}

/** The rubric in a file's text, or in words why it is none. */
function rubricIn(text: string): RubricFile | string {
  if (text.length > RUBRIC_FILE_MAX_CHARACTERS)
    return "This file is far larger than a rubric; is it the right one?";
  try {
    const parsed = rubricFile.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const place = issue?.path.join(" › ") || "the file";
    const missing = issue?.code === "invalid_type" && issue.message.endsWith("received undefined");
    return `This is not a Plumbline rubric. ${missing ? `It lacks ${place}.` : `${place}: ${issue?.message ?? ""}`}`;
  } catch {
    return "This file is not JSON; choose one that Plumbline wrote, or that fits its schema.";
  }
}
