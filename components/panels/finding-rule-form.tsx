"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { call } from "@/lib/client/api";
import { changeFindingRuleContract, type PanelSheet } from "@/lib/contracts/panels";
import { Select } from "../ui/select";
import { toastDone, toastProblem } from "../ui/toasts";

const ONLY_SHARED = "shared";
const CHOICES = [7, 14, 30, 90];
const inDays = (days: number) => `${days} days, or when they share them`;

/** How long somebody's own figures are theirs alone. Said where leads read them; every change is in the audit log. */
export function FindingRuleForm({ rule }: { rule: PanelSheet["findingRule"] }) {
  const router = useRouter();
  const [saving, setSaving] = useState(false);
  const change = async (value: string) => {
    setSaving(true);
    try {
      await call(changeFindingRuleContract, { days: value === ONLY_SHARED ? null : Number(value) });
      toastDone("The rule holds from now on");
      router.refresh();
    } catch (problem) {
      toastProblem("The rule was not changed", problem instanceof Error ? problem.message : "");
    } finally {
      setSaving(false);
    }
  };
  const days = rule.days !== null && !CHOICES.includes(rule.days) ? [...CHOICES, rule.days] : CHOICES;
  return (
    <section aria-labelledby="finding-rule" data-print="no" className="border-t border-line-strong pt-3">
      <h2 id="finding-rule">A finding about a person is shown to that person first</h2>
      <p className="mt-1 mb-3 max-w-[88ch] text-s text-soft">
        Everybody reads their own figures from their first submitted scorecard on. Leads read what the sheet
        says of a person after
      </p>
      <Select
        label="Leads read somebody’s own figures after"
        labelHidden
        className="w-80 max-w-full"
        value={rule.days === null ? ONLY_SHARED : String(rule.days)}
        disabled={saving}
        onChange={(event) => change(event.target.value)}
        options={[
          ...days.map((each) => ({ value: String(each), label: inDays(each) })),
          { value: ONLY_SHARED, label: "that person shares them, never by itself" },
        ]}
      />
    </section>
  );
}
