import {
  changesToZero,
  expectationStep,
  informationStep,
  nothingToGain,
  ROUNDING,
  stepped,
} from "./average-information";

/** Where a climb stands: its variances (the residual last), the slope and information of the likelihood there. */
export interface Standing {
  readonly variances: readonly number[];
  readonly slope: readonly number[];
  readonly information: readonly (readonly number[])[];
  /** How many levels each component has, the ratings last. */
  readonly levels: readonly number[];
}

const MOST_HALVINGS = 20;
/** At the top only rounding is left to climb: on large tables each try costs a factorisation. */
const HALVINGS_AT_TOP = 3;
/** Twice the expected gain in log-likelihood below which variances are right to some 8 digits. */
const SETTLED = 1e-15;

/**
 * One step towards the REML optimum, the same for every model: the information step, else falling variances put to 0,
 * else the expectation step, each only as far as it lowers the criterion.
 *
 * Unit: the criterion's own. Range: a system with a lower criterion, "settled", or null where no step helps although
 * there is something to gain. Undefined: never. Minimum n: none.
 * Source: Gilmour, Thompson & Cullis (1995), https://doi.org/10.2307/2533274
 *
 * @example
 * climb(system, standing, (variances) => solveAt(layout, variances)); // the next system, or "settled"
 */
export function climb<T extends { readonly remlCriterion: number }>(
  from: T,
  { variances, slope, information, levels }: Standing,
  solveAt: (variances: readonly number[]) => T | null,
): T | "settled" | null {
  const lowered = (change: readonly number[], halvings = MOST_HALVINGS): T | null => {
    for (let halving = 0, share = 1; halving < halvings; halving++, share /= 2) {
      const next = solveAt(stepped(variances, change, share));
      if (next !== null && next.remlCriterion < from.remlCriterion) return next;
    }
    return null;
  };
  const step = informationStep(variances, slope, information);
  if (step !== null) {
    if (Math.abs(step.decrement) < SETTLED) return "settled";
    const atTop = Math.abs(step.decrement) < ROUNDING;
    const next = lowered(step.change, atTop ? HALVINGS_AT_TOP : MOST_HALVINGS);
    if (next !== null) return next;
    if (atTop) return "settled";
  }
  for (const change of changesToZero(variances, slope)) {
    const next = lowered(change, 1);
    if (next !== null) return next;
  }
  return (
    lowered(expectationStep(variances, slope, levels)) ??
    (nothingToGain(step, variances, slope) ? "settled" : null)
  );
}
