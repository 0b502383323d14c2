import { LineArea, TextArea, TextField } from "@/components/ui/field";
import { ANCHOR_MAX_CHARACTERS } from "@/lib/domain/default-rubric";
import { type Dimension, markLabel, marksOf } from "@/lib/domain/scale";
import type { DimensionWords } from "./use-draft";

interface DimensionEditorProps {
  dimension: Dimension;
  words: DimensionWords;
  onChange: (words: DimensionWords) => void;
}

/** One dimension's name, hint, anchors and probes. */
export function DimensionEditor({ dimension, words, onChange }: DimensionEditorProps) {
  const { name, hint, anchors, probes } = words;
  return (
    <fieldset className="border-t border-line-strong pt-4">
      <legend className="sr-only">{name || dimension}</legend>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
        <TextField
          label="Name"
          value={name}
          onChange={(event) => onChange({ ...words, name: event.target.value })}
        />
        <LineArea
          label="What to listen for"
          value={hint}
          onText={(text) => onChange({ ...words, hint: text })}
        />
      </div>
      <div className="mt-4 grid gap-3">
        {marksOf(dimension).map((mark) => {
          const anchor = anchors[String(mark)] ?? "";
          const over = anchor.length - ANCHOR_MAX_CHARACTERS;
          return (
            <LineArea
              key={mark}
              label={`${name || dimension}, anchor ${markLabel(dimension, mark)}`}
              value={anchor}
              error={over > 0 ? `${over} characters too long to be read in a glance` : undefined}
              onText={(text) => onChange({ ...words, anchors: { ...anchors, [String(mark)]: text } })}
            />
          );
        })}
        <TextArea
          label="Probes, one a line"
          hint="Neutral: a probe opens a subject without saying what would be a good answer."
          value={probes.join("\n")}
          onChange={(event) => onChange({ ...words, probes: event.target.value.split("\n") })}
          onBlur={() => onChange({ ...words, probes: probes.map((probe) => probe.trim()).filter(Boolean) })}
        />
      </div>
    </fieldset>
  );
}
