import { useState } from "react";
import { AMOUNT_MAX } from "@/lib/contracts/limits";
import type { Change } from "@/lib/domain/changes";
import { MEASURE_LABEL } from "@/lib/domain/labels";
import { type Measured, STORY_MEASURES, type StoryMeasure } from "@/lib/domain/story-facts";

interface MeasureFieldProps {
  fact: StoryMeasure;
  value: Measured | null;
  onChange: (change: Change) => void;
}

/** A value and its unit. Plain text with a number pad on phones: no spinner, nothing for a wheel to turn. */
export function MeasureField({ fact, value, onChange }: MeasureFieldProps) {
  const units: readonly string[] = STORY_MEASURES[fact];
  const [text, setText] = useState(value === null ? "" : String(value.amount));
  const [unit, setUnit] = useState(value?.unit ?? units[0] ?? "");
  const name = MEASURE_LABEL[fact];
  const amount = amountOf(text);

  const tell = (nextText: string, nextUnit: string) => {
    const next = amountOf(nextText);
    if (next === undefined) return;
    const measured = next === null ? null : { amount: next, unit: nextUnit };
    if (measured?.amount === value?.amount && measured?.unit === value?.unit) return;
    onChange({ field: "measure", fact, value: measured });
  };
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{name}</legend>
      <input
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${name}, amount`}
        aria-invalid={amount === undefined ? true : undefined}
        value={text}
        placeholder="–"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => tell(text, unit)}
        className="h-6 w-14 rounded-[6px] border border-line-strong bg-sheet px-2 text-xs placeholder:text-faint aria-invalid:border-warn aria-invalid:text-warn pointer-coarse:h-11 pointer-coarse:w-24 pointer-coarse:text-m"
      />
      <select
        aria-label={`${name}, unit`}
        value={unit}
        onWheel={(event) => event.currentTarget.blur()}
        onChange={(event) => {
          setUnit(event.target.value);
          tell(text, event.target.value);
        }}
        className="h-6 min-w-0 flex-1 rounded-[6px] border border-line-strong bg-sheet px-1 text-xs text-soft pointer-coarse:h-11 pointer-coarse:text-m"
      >
        {units.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      {amount === undefined && (
        <span role="status" className="sr-only">
          Write a number, such as 30 or 2.5
        </span>
      )}
    </fieldset>
  );
}

/** A number as people write it, null for nothing, undefined for what is no amount. */
export function amountOf(text: string): number | null | undefined {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return null;
  if (!/^\d+(\.\d+)?$/.test(plain)) return undefined;
  const amount = Number(plain);
  return amount <= AMOUNT_MAX ? amount : undefined;
}
