import { completeTable } from "../../../stats/agreement/complete-table";
import { type KendallW, kendallW } from "../../../stats/agreement/kendall-w";
import { mapOutcome } from "../../../stats/outcome";
import { type Family, type Figure, figure } from "../figures";
import { readMatrix } from "../table";

const PARTS: Readonly<Record<string, ((it: KendallW) => Figure) | undefined>> = {
  W_uncorrected: (it) => it.uncorrected.w,
  chisq_uncorrected: (it) => it.uncorrected.chiSquare,
  p_uncorrected: (it) => it.uncorrected.p,
  W_tie_corrected: (it) => it.corrected.w,
  chisq_tie_corrected: (it) => it.corrected.chiSquare,
  p_tie_corrected: (it) => it.corrected.p,
  F_tie_corrected: (it) => figure(mapOutcome(it.f, (test) => test.f)),
  F_df: (it) => figure(mapOutcome(it.f, (test) => test.df)),
  F_p: (it) => figure(mapOutcome(it.f, (test) => test.p)),
  mean_spearman: (it) => it.meanSpearman,
};

/** Kendall's W with and without tie correction, its chi-square and Legendre's F. */
export const kendallWFamily: Family = (subject) => {
  const table = completeTable(readMatrix(subject));
  return (stat) => {
    const found = PARTS[stat];
    if (!found) return undefined;
    const w = table.ok ? kendallW(table.value) : table;
    return w.ok ? found(w.value) : w;
  };
};
