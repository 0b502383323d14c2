import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { memo, type RefObject, useCallback, useId, useState } from "react";
import type { TimerEvent } from "@/lib/domain/beats";
import type { Change } from "@/lib/domain/changes";
import { anchorOf, type RubricContent } from "@/lib/domain/rubric";
import { type Dimension, isBipolar, type Mark, markLabel, type RatingValue } from "@/lib/domain/scale";
import type { EvidenceNote } from "@/lib/domain/scorecard";
import { Anchors } from "./anchors";
import { Evidence } from "./evidence";
import { MarkCells } from "./mark-cells";

/** The handles the cockpit's keys need of one row. */
export interface RowHandles {
  group: RefObject<HTMLFieldSetElement | null>;
  startNote: RefObject<(() => void) | null>;
}

interface DimensionRowProps {
  dimension: Dimension;
  rubric: RubricContent;
  value: RatingValue | undefined;
  notes: readonly EvidenceNote[];
  timer: readonly TimerEvent[];
  active: boolean;
  anchorsOpen: boolean;
  evidenceWanted: string | null;
  handles: RowHandles;
  onActive: (dimension: Dimension) => void;
  onAnchors: (dimension: Dimension) => void;
  onType: (change: Change) => void;
  onChange: (change: Change) => void;
  onSettle: () => void;
}

/** One dimension: its name and the sentence at hand, its five cells, its evidence. Drawn again only when it changed. */
export const DimensionRow = memo(Row, isUnchanged);

function Row(props: DimensionRowProps) {
  const { dimension, rubric, value, active, anchorsOpen, handles, onChange } = props;
  const [looked, setLooked] = useState<Mark | null>(null);
  const rate = useCallback(
    (rating: RatingValue | null) => onChange({ field: "rating", dimension, value: rating }),
    [dimension, onChange],
  );
  const ids = { heading: useId(), sentence: useId(), anchors: useId() };
  const text = rubric.dimensions[dimension];
  const chosen = value?.state === "observed" ? value.mark : null;
  const shown = looked ?? chosen;
  return (
    <section
      aria-labelledby={ids.heading}
      data-dimension={dimension}
      onFocus={() => props.onActive(dimension)}
      className={clsx(
        // Rows of one height that fill the screen: a flex column is laid out once, rows of a grid twice.
        "relative grid scroll-mt-40 items-center gap-x-5 lg:flex-1 gap-y-3 border-b border-line py-3",
        "md:grid-cols-[minmax(0,1fr)_auto] lg:grid-cols-[minmax(200px,26%)_auto_minmax(0,1fr)] lg:py-2",
        active &&
          "before:absolute before:inset-y-0 before:-left-4 before:w-[3px] before:bg-accent before:content-[''] lg:before:-left-6",
      )}
    >
      <div className="min-w-0">
        <div className="flex items-center gap-1">
          <h2 id={ids.heading} className="text-l leading-tight">
            {text.name}
          </h2>
          <button
            type="button"
            aria-expanded={anchorsOpen}
            aria-controls={anchorsOpen ? ids.anchors : undefined}
            aria-label={`All anchors of ${text.name}`}
            onClick={() => props.onAnchors(dimension)}
            className="inline-grid size-6 shrink-0 place-items-center rounded-s text-faint hover:text-ink pointer-coarse:-my-2.5 pointer-coarse:size-11"
          >
            <ChevronDown aria-hidden className={clsx("size-4", anchorsOpen && "rotate-180")} />
          </button>
        </div>
        <p
          id={ids.sentence}
          className="mt-0.5 min-h-9 text-s leading-[1.38] text-soft lg:min-h-0 lg:max-w-[34ch]"
        >
          {shown === null ? (
            text.hint
          ) : (
            <>
              <b className="font-[600] text-ink">{markLabel(dimension, shown)}</b>{" "}
              {anchorOf(rubric, dimension, shown)}
            </>
          )}
        </p>
      </div>
      <div className={clsx("lg:w-[320px]", isBipolar(dimension) && "pt-2 lg:pt-1")}>
        <MarkCells
          dimension={dimension}
          rubric={rubric}
          value={value}
          groupRef={handles.group}
          describedBy={ids.sentence}
          onRate={rate}
          onLook={setLooked}
        />
      </div>
      <div className="md:col-span-2 lg:col-span-1">
        <Evidence
          dimension={dimension}
          dimensionName={text.name}
          notes={props.notes}
          timer={props.timer}
          wanted={props.evidenceWanted}
          startNote={handles.startNote}
          onType={props.onType}
          onChange={onChange}
          onSettle={props.onSettle}
        />
      </div>
      {anchorsOpen && <Anchors id={ids.anchors} dimension={dimension} rubric={rubric} chosen={chosen} />}
    </section>
  );
}

/** The notes are picked from the card anew each time; each note that was not touched is the very same. */
function isUnchanged({ notes: before, ...was }: DimensionRowProps, now: DimensionRowProps): boolean {
  const { notes, ...rest } = now;
  return (
    notes.length === before.length &&
    notes.every((note, n) => note === before[n]) &&
    Object.entries(rest).every(([name, value]) => Object.is(value, Reflect.get(was, name)))
  );
}
