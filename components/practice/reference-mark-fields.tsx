import { TextArea } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ReferenceMark } from "@/lib/domain/practice-answer";
import { anchorOf, type RubricContent } from "@/lib/domain/rubric";
import { type Dimension, markLabel, marksOf } from "@/lib/domain/scale";

interface ReferenceMarkFieldsProps {
  dimension: Dimension;
  rubric: RubricContent;
  given: Partial<ReferenceMark>;
  onChange: (given: Partial<ReferenceMark>) => void;
}

/** One dimension of a reference: its mark, with the anchor in full, and why. */
export function ReferenceMarkFields({ dimension, rubric, given, onChange }: ReferenceMarkFieldsProps) {
  const { name } = rubric.dimensions[dimension];
  const { mark, because } = given;
  return (
    <div className="grid gap-x-4 gap-y-3 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
      <div>
        <Select
          label={`${name}: mark`}
          value={mark === undefined ? "" : String(mark)}
          onChange={(event) => {
            const chosen = marksOf(dimension).find((one) => String(one) === event.target.value);
            if (chosen !== undefined) onChange({ ...given, mark: chosen });
          }}
          options={[
            { value: "", label: "Choose" },
            ...marksOf(dimension).map((one) => ({
              value: String(one),
              label: `${markLabel(dimension, one)} ${anchorOf(rubric, dimension, one)}`,
            })),
          ]}
        />
        {mark !== undefined && <p className="mt-1 text-s text-soft">{anchorOf(rubric, dimension, mark)}</p>}
      </div>
      <TextArea
        label={`${name}: why`}
        value={because ?? ""}
        onChange={(event) => onChange({ ...given, because: event.target.value })}
      />
    </div>
  );
}
