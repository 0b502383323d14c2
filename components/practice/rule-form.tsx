"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { toastDone, toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import { changeReadinessRuleContract, type PracticeTeam, readinessRule } from "@/lib/contracts/practice";

/** When somebody counts as ready. It is read anew each time, so a change holds at once for everybody. */
export function RuleForm({ rule }: { rule: PracticeTeam["rule"] }) {
  const router = useRouter();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(readinessRule),
    values: rule,
  });
  const save = handleSubmit(async (input) => {
    try {
      await call(changeReadinessRuleContract, input);
      toastDone("The rule holds from now on");
      router.refresh();
    } catch (problem) {
      toastProblem("The rule was not changed", problem instanceof Error ? problem.message : "");
    }
  });
  const { errors, isSubmitting, isDirty } = formState;
  return (
    <form
      onSubmit={save}
      noValidate
      aria-labelledby="rule"
      className="mt-10 border-t border-line-strong pt-4"
    >
      <h2 id="rule">When somebody counts as ready</h2>
      <div className="mt-3 grid max-w-3xl items-start gap-4 sm:grid-cols-3">
        <TextField
          label="Latest answers read"
          type="number"
          min={3}
          max={30}
          error={errors.answers?.message}
          {...register("answers", { valueAsNumber: true })}
        />
        <TextField
          label="Share within one point, at least"
          hint="0.85 is 85 %"
          type="number"
          step={0.05}
          min={0}
          max={1}
          error={errors.withinOne?.message}
          {...register("withinOne", { valueAsNumber: true })}
        />
        <TextField
          label="Mean distance in points, at most"
          type="number"
          step={0.05}
          min={0}
          max={4}
          error={errors.meanGap?.message}
          {...register("meanGap", { valueAsNumber: true })}
        />
      </div>
      <Button type="submit" className="mt-4" disabled={isSubmitting || !isDirty}>
        Change the rule
      </Button>
    </form>
  );
}
