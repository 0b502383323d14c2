import { useId } from "react";

interface NumberBoxProps {
  label: string;
  /** What stood there before, where it differs. */
  beside?: string;
  value: number;
  step: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

/** A number with its name on one line. What is no number yet changes nothing. */
export function NumberBox({ label, beside = "", value, step, min, max, onChange }: NumberBoxProps) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-3">
      <label htmlFor={id} className="text-s">
        {label} {beside && <span className="text-soft">({beside})</span>}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        className="h-9 w-20 rounded-m border border-line-strong bg-sheet px-2 text-right text-m pointer-coarse:h-11"
        value={value}
        step={step}
        min={min}
        max={max}
        onChange={(event) => {
          if (Number.isFinite(event.target.valueAsNumber)) onChange(event.target.valueAsNumber);
        }}
      />
    </div>
  );
}
