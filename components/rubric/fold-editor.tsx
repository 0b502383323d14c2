import type { Fold } from "@/lib/domain/rubric";
import { markLabel, POSITIONS } from "@/lib/domain/scale";
import { FoldMap } from "./fold-map";
import { NumberBox } from "./number-box";
import type { EditedText } from "./use-draft";

interface FoldEditorProps {
  text: EditedText;
  onChange: (fold: Fold) => void;
}

/** The quality of each position, under a picture of what the present values make of a split. */
export function FoldEditor({ text, onChange }: FoldEditorProps) {
  const { fold, content } = text;
  return (
    <div>
      <FoldMap fold={fold} poles={content.poles} />
      <fieldset className="mt-3 grid gap-1">
        <legend className="mb-1 text-s font-[560]">Quality of each position, 1 to 5</legend>
        {POSITIONS.map((position) => (
          <NumberBox
            key={position}
            label={`Position ${markLabel("calibration", position)}`}
            value={fold[`${position}`]}
            step={0.5}
            min={1}
            max={5}
            onChange={(value) => onChange({ ...fold, [`${position}`]: value })}
          />
        ))}
      </fieldset>
    </div>
  );
}
