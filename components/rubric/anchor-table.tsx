import type { RubricVersion } from "@/lib/contracts/rubric";
import type { DimensionText } from "@/lib/domain/rubric";
import { type Dimension, isBipolar, isExtreme, type Mark, markLabel, marksOf } from "@/lib/domain/scale";

interface AnchorTableProps {
  dimension: Dimension;
  text: DimensionText;
  poles: RubricVersion["content"]["poles"];
  weight: number;
}

/** One dimension: what each mark means, and what to ask when it has not been heard. */
export function AnchorTable({ dimension, text, poles, weight }: AnchorTableProps) {
  return (
    <section
      aria-labelledby={`rubric-${dimension}`}
      data-print="whole"
      className="border-t border-line-strong pt-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={`rubric-${dimension}`}>{text.name}</h2>
        <span className="text-s text-soft">weight {weight}</span>
      </div>
      <p className="mt-1 max-w-[72ch] text-soft">
        {text.hint}
        {isBipolar(dimension) && (
          <>
            {" "}
            <span className="whitespace-nowrap">
              ◀ {poles.low}, {poles.high} ▶
            </span>
          </>
        )}
      </p>
      <dl className="mt-4">
        {marksOf(dimension).map((mark) => (
          <div
            key={mark}
            className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-4 border-b border-line py-2 last:border-b-0"
          >
            <dt>
              <MarkCell dimension={dimension} mark={mark} />
            </dt>
            <dd className="self-center">
              {text.anchors[String(mark)]}
              {isExtreme(dimension, mark) && <span className="text-s text-soft"> · needs evidence</span>}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 border-l-2 border-line pl-4">
        <h3 className="text-s">When it has not been heard</h3>
        <ul className="mt-1 font-serif">
          {text.probes.map((probe) => (
            <li key={probe}>{probe}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** A mark as it stands on the cockpit: number always printed, tint beside it. */
export function MarkCell({ dimension, mark }: { dimension: Dimension; mark: Mark }) {
  const tint = isBipolar(dimension) ? `--cal-${mark}` : `--level-${mark}`;
  return (
    <span
      data-tint
      className="grid size-9 place-items-center rounded-m border border-line-strong font-[560] tabular-nums"
      style={{ background: `var(${tint})`, color: `var(${tint}-ink)` }}
    >
      {markLabel(dimension, mark)}
    </span>
  );
}
