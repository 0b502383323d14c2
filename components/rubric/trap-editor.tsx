import { LineArea, TextField } from "@/components/ui/field";
import { TRAP_LABEL } from "@/lib/domain/labels";
import type { RubricContent } from "@/lib/domain/rubric";
import { TRAPS } from "@/lib/domain/traps";

interface TrapEditorProps {
  content: RubricContent;
  onChange: (content: RubricContent) => void;
}

/** The poles of calibration and the wording of the four traps. */
export function TrapEditor({ content, onChange }: TrapEditorProps) {
  const { poles, traps } = content;
  return (
    <fieldset className="border-t border-line-strong pt-4">
      <legend className="sr-only">Poles and traps</legend>
      <h2>Poles and traps</h2>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <TextField
          label="Calibration below zero"
          value={poles.low}
          onChange={(event) => onChange({ ...content, poles: { ...poles, low: event.target.value } })}
        />
        <TextField
          label="Calibration above zero"
          value={poles.high}
          onChange={(event) => onChange({ ...content, poles: { ...poles, high: event.target.value } })}
        />
      </div>
      {TRAPS.map((trap) => {
        const words = traps[trap];
        const change = (part: Partial<typeof words>) =>
          onChange({ ...content, traps: { ...traps, [trap]: { ...words, ...part } } });
        return (
          <div key={trap} className="mt-4 grid items-end gap-4 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
            <TextField
              label={`Name of “${TRAP_LABEL[trap]}”`}
              value={words.name}
              onChange={(event) => change({ name: event.target.value })}
            />
            <LineArea
              label={`Sign of “${TRAP_LABEL[trap]}”`}
              value={words.sign}
              onText={(sign) => change({ sign })}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
