import type { RubricVersion } from "@/lib/contracts/rubric";
import { HIGHEST_LEVEL, LEVELS, LOWEST_LEVEL, markLabel, POSITIONS, type Position } from "@/lib/domain/scale";
import { foldExample, quality } from "./fold-example";

const WIDTH = 320;
const HEIGHT = 204;
const LEFT = 28;
const BOTTOM = 172;
const TOP = 28;
/** A quality is printed outward of its dot, clear of the line. */
const LABEL_GAP = 11;

const x = (position: number) => LEFT + 28 + ((position + 2) * (WIDTH - LEFT - 68)) / 4;
const y = (value: number) =>
  BOTTOM - ((value - LOWEST_LEVEL) * (BOTTOM - TOP)) / (HIGHEST_LEVEL - LOWEST_LEVEL);

/** How a calibration position becomes a quality, and what that does to a split. */
export function FoldMap({
  fold,
  poles,
}: Pick<RubricVersion, "fold"> & Pick<RubricVersion["content"], "poles">) {
  const example = foldExample(fold);
  return (
    <section aria-labelledby="fold" data-print="whole" className="border-t border-line-strong pt-4">
      <h2 id="fold">Calibration is folded, never averaged as signed</h2>
      <FoldPicture fold={fold} />
      <p className="flex justify-between text-xs text-soft" aria-hidden="true">
        <span>◀ {poles.low}</span>
        <span>{poles.high} ▶</span>
      </p>
      <p className="mt-3 text-s text-soft">
        One interviewer at −2 and one at +2: their qualities are {quality(example.deflecting)} and{" "}
        {quality(example.spiralling)}, so the mean is <b className="text-ink">{quality(example.folded)}</b>. A
        signed mean would say 0, which reads as {quality(example.signedWouldSay)}: a calm candidate nobody
        met. The pair is marked as a split.
      </p>
    </section>
  );
}

function FoldPicture({ fold }: Pick<RubricVersion, "fold">) {
  const example = foldExample(fold);
  const words = POSITIONS.map((p) => `${markLabel("calibration", p)} is ${quality(at(fold, p))}`).join(", ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      className="mt-4 w-full max-w-[24rem]"
      aria-label={`Quality: ${words}`}
    >
      {LEVELS.map((level) => (
        <g key={level}>
          <line x1={LEFT} x2={WIDTH} y1={y(level)} y2={y(level)} stroke="var(--line)" />
          <text x={LEFT - 10} y={y(level) + 4} textAnchor="end" className="fill-soft text-xs">
            {level}
          </text>
        </g>
      ))}
      <polyline
        points={POSITIONS.map((p) => `${x(p)},${y(at(fold, p))}`).join(" ")}
        fill="none"
        stroke="var(--line-strong)"
        strokeWidth="1.5"
      />
      <line
        x1={x(-2)}
        x2={x(2)}
        y1={y(example.folded)}
        y2={y(example.folded)}
        stroke="var(--warn)"
        strokeWidth="1.5"
        strokeDasharray="4 3"
      />
      <text x={x(0)} y={y(example.folded) - 6} textAnchor="middle" className="fill-warn text-xs font-[560]">
        −2 with +2: {quality(example.folded)}
      </text>
      {POSITIONS.map((p) => (
        <g key={p}>
          <circle
            data-tint
            cx={x(p)}
            cy={y(at(fold, p))}
            r="6"
            fill={`var(--cal-${p})`}
            stroke="var(--line-strong)"
          />
          <text
            x={x(p) + Math.sign(p) * LABEL_GAP}
            y={y(at(fold, p)) - (p === 0 ? LABEL_GAP : 6)}
            textAnchor={p === 0 ? "middle" : p < 0 ? "end" : "start"}
            className="fill-ink text-xs font-[560]"
          >
            {quality(at(fold, p))}
          </text>
          <text x={x(p)} y={HEIGHT - 8} textAnchor="middle" className="fill-soft text-xs">
            {markLabel("calibration", p)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function at(fold: RubricVersion["fold"], position: Position): number {
  return fold[`${position}`];
}
