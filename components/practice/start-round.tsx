"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import { type RoundList, startRoundContract } from "@/lib/contracts/practice-rounds";

/** A lead chooses an answer; those that few know already come first, because who knows an answer only talks. */
export function StartRound({ answers }: { answers: RoundList["answers"] }) {
  const router = useRouter();
  const fresh = [...answers].sort((one, other) => one.known - other.known);
  const [key, setKey] = useState(fresh[0]?.key ?? "");
  const start = async () => {
    try {
      const { roundId } = await call(startRoundContract, { answerKey: key });
      router.push(`/practice/rounds/${roundId}`);
    } catch (problem) {
      toastProblem("No round was begun", problem instanceof Error ? problem.message : "");
    }
  };
  return (
    <div className="mb-8 flex flex-wrap items-end gap-3">
      <Select
        label="Answer"
        className="w-80"
        value={key}
        onChange={(event) => setKey(event.target.value)}
        options={fresh.map(({ key: value, title, known }) => ({
          value,
          label: known === 0 ? title : `${title} (${known} know it)`,
        }))}
      />
      <Button look="primary" onClick={() => void start()}>
        Begin a round
      </Button>
    </div>
  );
}
