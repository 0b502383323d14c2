import clsx from "clsx";
import { memo, type ReactNode } from "react";
import { ChipGroup } from "@/components/ui/chip";
import type { Change } from "@/lib/domain/changes";
import { choiceLabel, MEASURE_LABEL, STORY_LABEL } from "@/lib/domain/labels";
import {
  STORY_CHOICE_KEYS,
  STORY_CHOICES,
  STORY_MEASURE_KEYS,
  type StoryChoice,
  type StoryFacts,
} from "@/lib/domain/story-facts";
import { MeasureField } from "./measure-field";

interface StoryProps {
  facts: StoryFacts;
  onChange: (change: Change) => void;
}

/** Facts of the story, one tap each; a second tap takes one back. Facts, not scores. */
export const Story = memo(function Story({ facts, onChange }: StoryProps) {
  return (
    <div className="grid gap-y-1 pointer-coarse:gap-y-3 [&_label:not(:has(:checked))]:border-line pointer-fine:[&_label]:min-h-6 pointer-fine:[&_label]:px-[5px]">
      {FULL_LINES.map((fact) => (
        <Line key={fact} name={STORY_LABEL[fact].name}>
          <Choice fact={fact} value={facts[fact] ?? null} onChange={onChange} />
        </Line>
      ))}
      <div className="flex flex-wrap gap-x-3 gap-y-1 pointer-coarse:gap-y-3">
        {SHARED_LINE.map((fact) => (
          <Line key={fact} name={STORY_LABEL[fact].name} label="own">
            <Choice fact={fact} value={facts[fact] ?? null} onChange={onChange} />
          </Line>
        ))}
      </div>
      {STORY_MEASURE_KEYS.map((fact) => (
        <Line key={fact} name={MEASURE_LABEL[fact]} label="long">
          <MeasureField fact={fact} value={facts[fact] ?? null} onChange={onChange} />
        </Line>
      ))}
    </div>
  );
});

/** Two facts with few answers share a line; every other fact has its own. */
const SHARED_LINE: readonly StoryChoice[] = ["voice", "bridge"];
const FULL_LINES = STORY_CHOICE_KEYS.filter((fact) => !SHARED_LINE.includes(fact));

interface LineProps {
  name: string;
  label?: keyof typeof LABEL_WIDTH;
  children: ReactNode;
}

/** As wide as the longest word of its kind, so that the answers have the rest of a narrow column. */
const LABEL_WIDTH = {
  short: "grid-cols-[68px_minmax(0,1fr)] gap-x-2 pointer-coarse:grid-cols-[82px_minmax(0,1fr)]",
  long: "grid-cols-[82px_minmax(0,1fr)] gap-x-2",
  own: "grid-cols-[auto_auto] gap-x-1.5",
} as const;

/** The eye's label; the fieldset inside carries the same name for everybody else. */
function Line({ name, label = "short", children }: LineProps) {
  return (
    <div className={clsx("grid items-center", LABEL_WIDTH[label])}>
      <span aria-hidden className="text-xs text-soft">
        {name}
      </span>
      {children}
    </div>
  );
}

interface ChoiceProps {
  fact: StoryChoice;
  value: string | null;
  onChange: (change: Change) => void;
}

function Choice({ fact, value, onChange }: ChoiceProps) {
  return (
    <ChipGroup
      legend={STORY_LABEL[fact].name}
      legendHidden
      clearable
      name={`fact-${fact}`}
      options={STORY_CHOICES[fact].map((answer) => ({ value: answer, label: choiceLabel(fact, answer) }))}
      value={value}
      onChange={(answer) => onChange({ field: "fact", fact, value: answer })}
    />
  );
}
