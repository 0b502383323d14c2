"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { toastDone, toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import { type Hold, liftHoldContract, type PersonRow, placeHoldContract } from "@/lib/contracts/privacy";
import { HOLD_LABEL, HOLD_REASONS, type HoldReason } from "@/lib/domain/privacy";
import { problemWords } from "./use-member-changes";
import { dayInUtc } from "./utc";

interface HoldSectionProps {
  person: PersonRow;
  holds: readonly Hold[];
  onChange: () => void;
}

/** What must be kept although somebody asks, or its time is over. */
export function HoldSection({ person: { candidateId, held }, holds, onChange }: HoldSectionProps) {
  const [reason, setReason] = useState<HoldReason>("dispute");

  async function carryOut(deed: () => Promise<unknown>, done: string, undo?: () => void): Promise<void> {
    try {
      await deed();
      onChange();
      toastDone(done, undo);
    } catch (error) {
      toastProblem("The legal hold was not changed", problemWords(error));
    }
  }
  const place = (why: HoldReason) => call(placeHoldContract, { candidateId, reason: why });
  const lift = () => call(liftHoldContract, { candidateId });

  return (
    <section aria-labelledby="hold">
      <h2 id="hold" className="mb-2">
        Legal hold
      </h2>
      <p className="mb-3 text-s text-soft">
        {held
          ? "Stands: neither a request nor their age erases them."
          : "None stands. While one does, neither a request nor their age erases them."}
      </p>
      {held ? (
        <Button
          onClick={() =>
            void carryOut(
              lift,
              "The legal hold is lifted",
              () => void carryOut(() => place(holds[0]?.reason ?? reason), "The legal hold stands again"),
            )
          }
        >
          Lift the hold
        </Button>
      ) : (
        <div className="flex max-w-[36rem] flex-wrap items-end gap-3">
          <Select
            label="Because of"
            className="min-w-[14rem] flex-1"
            value={reason}
            options={HOLD_REASONS.map((value) => ({ value, label: HOLD_LABEL[value] }))}
            onChange={({ target: { value } }) =>
              setReason(HOLD_REASONS.find((one) => one === value) ?? reason)
            }
          />
          <Button
            onClick={() =>
              void carryOut(
                () => place(reason),
                "The legal hold stands",
                () => void carryOut(lift, "The legal hold is lifted"),
              )
            }
          >
            Place a hold
          </Button>
        </div>
      )}
      {holds.length > 0 && (
        <ul className="mt-4 border-t border-line text-s">
          {holds.map((hold) => (
            <li key={hold.holdId} className="border-b border-line py-2 text-soft">
              {HOLD_LABEL[hold.reason]}: placed by {hold.placedBy.name} on {dayInUtc(hold.placedAt)}
              {hold.liftedBy && hold.liftedAt
                ? `, lifted by ${hold.liftedBy.name} on ${dayInUtc(hold.liftedAt)}`
                : ", standing"}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
