import type { FigureTable } from "@/components/charts/figure-table";
import type { PracticeProgress } from "@/lib/contracts/practice";
import { gapOf, leaningOf, MARKS_NEEDED } from "@/lib/domain/practice";
import { DIMENSIONS, type Dimension, isBipolar, markLabel } from "@/lib/domain/scale";

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** Signed gaps of one dimension, oldest first. */
export function gapsOf({ attempts }: PracticeProgress, dimension: Dimension): (number | null)[] {
  return attempts.map(({ marks }) => {
    const mark = marks.find((one) => one.dimension === dimension);
    return mark ? gapOf(mark) : null;
  });
}

/** The attempts behind the picture: each mark beside its reference. */
export function attemptsTable({ attempts, names }: PracticeProgress): FigureTable {
  return {
    columns: ["Day", "Answer", ...DIMENSIONS.flatMap((each) => [names[each], `${names[each]}, reference`])],
    rows: attempts.map(({ attemptedAt, title, marks }) => [
      DAY.format(new Date(attemptedAt)),
      title,
      ...DIMENSIONS.flatMap((dimension) => {
        const found = marks.find((mark) => mark.dimension === dimension);
        if (!found) return [null, null];
        const own = found.mark === null ? "not observed" : markLabel(dimension, found.mark);
        return [own, markLabel(dimension, found.reference)];
      }),
    ]),
  };
}

/** Which way you lean and how steadily, one row a dimension. */
export function leaningTable({ attempts, names }: PracticeProgress): FigureTable {
  const marks = attempts.flatMap((attempt) => attempt.marks);
  return {
    columns: ["Dimension", "Below", "The same", "Above", "Bias", "Spread", "n"],
    rows: DIMENSIONS.map((dimension) => {
      const { n, below, on, above, bias, spread } = leaningOf(dimension, marks);
      return [names[dimension], below, on, above, rounded(bias), rounded(spread), n];
    }),
  };
}

function rounded(figure: number | null): number | null {
  return figure === null ? null : Math.round(figure * 100) / 100;
}

/** Which way one dimension leans, in words; calibration never as a mean. */
export function leaningWords(progress: PracticeProgress, dimension: Dimension): string {
  const marks = progress.attempts.flatMap((attempt) => attempt.marks);
  const { n, below, on, above, bias, spread } = leaningOf(dimension, marks);
  if (n < MARKS_NEEDED) return `${n} of ${MARKS_NEEDED} marks needed`;
  if (isBipolar(dimension)) return `${below} nearer deflecting, ${on} the same, ${above} nearer spiralling`;
  const way = bias === null || Math.abs(bias) < 0.25 ? "even" : bias > 0 ? "generous" : "strict";
  return `${way}: bias ${signed(bias ?? 0)}, spread ${(spread ?? 0).toFixed(2)}`;
}

function signed(value: number): string {
  const figure = Math.abs(value).toFixed(2);
  return value < 0 ? `−${figure}` : `+${figure}`;
}
