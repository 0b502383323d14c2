import clsx from "clsx";
import { Button } from "@/components/ui/button";
import { EQUAL_WEIGHTS, type Weights } from "@/lib/domain/rubric";
import { DIMENSIONS } from "@/lib/domain/scale";
import { NumberBox } from "./number-box";
import type { EditedText } from "./use-draft";

interface WeightEditorProps {
  text: EditedText;
  before: Weights;
  onChange: (weights: Weights) => void;
}

/** Weights in percent with their sum; equal ones are a click away, because guidance prefers them unless documented. */
export function WeightEditor({ text, before, onChange }: WeightEditorProps) {
  const { weights, content } = text;
  const sum = DIMENSIONS.reduce((total, dimension) => total + weights[dimension], 0);
  return (
    <section aria-labelledby="weights" className="border-t border-line-strong pt-4">
      <h2 id="weights">Weights</h2>
      <div className="mt-2 grid gap-1">
        {DIMENSIONS.map((dimension) => (
          <NumberBox
            key={dimension}
            label={content.dimensions[dimension].name}
            beside={weights[dimension] === before[dimension] ? "" : `was ${before[dimension]}`}
            value={weights[dimension]}
            step={1}
            min={0}
            max={100}
            onChange={(value) => onChange({ ...weights, [dimension]: Math.round(value) })}
          />
        ))}
      </div>
      <p role="status" className={clsx("mt-2 text-s", sum === 100 ? "text-soft" : "font-[560] text-warn")}>
        {sum === 100 ? "They add up to 100." : `They add up to ${sum}, not 100.`}
      </p>
      <Button size="s" className="mt-2" onClick={() => onChange(EQUAL_WEIGHTS)}>
        Equal weights
      </Button>
      <p className="mt-2 text-s text-soft">
        A change of weights is published with a written reason. Where none is documented, equal weights are
        the recommended choice.
      </p>
    </section>
  );
}
