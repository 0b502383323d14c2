import { type Random, randomSign } from "../../random";
import { componentProducts, groupSums, type HoledLayout } from "./layout";
import type { HoledOperator } from "./operator";
import { betweenRoots, betweenSheet, innerProduct, maskedRows, multiplied, transposed } from "./small";
import { byBlocks, solveKept } from "./solve";

/**
 * tr(V^-1 Z Z') of each component but the residual: what falls within an eliminated level exactly, what goes through
 * the kept side by random-sign probes (Hutchinson), less what each kept level's own block predicts, which is exact too.
 *
 * Unit: none. Range: > 0. Undefined: never. Deterministic: probes come from a seed and are kept between steps.
 * Minimum n: as the fit.
 * Source: Hutchinson (1990), https://doi.org/10.1080/03610919008812866
 *
 * @example
 * componentTraces(operator, newKeptProbes(layout, 32, seededRandom(1)), 1e-4); // five traces
 */
export interface KeptProbe {
  readonly signs: Float64Array;
  /** The last solution, the next step's starting point. */
  readonly solution: Float64Array;
}

export function newKeptProbes({ kept, dimensions }: HoledLayout, count: number, next: Random): KeptProbe[] {
  return Array.from({ length: count }, () => ({
    signs: new Float64Array(kept * dimensions).map(() => randomSign(next)),
    solution: new Float64Array(kept * dimensions),
  }));
}

export function componentTraces(
  operator: HoledOperator,
  probes: readonly KeptProbe[],
  tolerance: number,
): number[] {
  const { layout, ratios } = operator;
  const D = layout.dimensions;
  const known = knownTraces(operator);
  const mean = { general: 0, own: 0, sheet: 0, along: 0, whole: 0 };
  for (const { signs, solution } of probes) {
    solveKept(operator, signs, solution, tolerance);
    const first = byBlocks(operator, signs);
    const image = new Float64Array(signs.length);
    operator.apply(first, image);
    const second = byBlocks(operator, image);
    const beyond = solution.map((x, at) => x - (first[at] as number));
    // Past the first two terms of the Neumann series: their trace is the blocks' own.
    const rest = beyond.map((x, at) => x - (first[at] as number) + (second[at] as number));
    const [general = 0, own = 0, , , sheet = 0] = componentProducts(
      layout,
      groupSums(layout, operator.toCells(signs)),
      groupSums(layout, operator.toCells(beyond)),
    );
    mean.general += general / probes.length;
    mean.own += own / probes.length;
    mean.sheet += sheet / probes.length;
    for (let at = 0; at < signs.length; at += D) {
      let [a, b] = [0, 0];
      for (let d = 0; d < D; d++) {
        a += signs[at + d] as number;
        b += rest[at + d] as number;
        mean.whole += ((signs[at + d] as number) * (rest[at + d] as number)) / probes.length;
      }
      mean.along += (a * b) / D / probes.length;
    }
  }
  const [general, own] = ratios.kept;
  const along = layout.kept - known.along - mean.along;
  const across = layout.kept * (D - 1) - (known.whole + mean.whole - known.along - mean.along);
  return [
    known.general - mean.general,
    known.own - mean.own,
    (D * along) / (own + D * general),
    along / (own + D * general) + across / own,
    known.sheet - mean.sheet,
  ];
}

/** Everything but the probes' part; `along` and `whole` are the kept blocks' traces, along (1, .., 1) and all. */
function knownTraces(operator: HoledOperator) {
  const { layout, shrink, error, weight, blocks, root } = operator;
  const { dimensions: D, eliminated, kept, start, keptOf, mask, filled } = layout;
  const known = { general: 0, own: 0, sheet: 0, along: 0, whole: 0 };
  const through = new Float64Array(blocks.length);
  for (let j = 0; j < kept; j++) {
    const own = blocks.slice(j * D * D, (j + 1) * D * D);
    through.set(betweenRoots(own, D, root), j * D * D);
    for (let k = 0; k < D; k++) known.whole += own[k * D + k] as number;
    known.along += own.reduce((sum, x) => sum + x, 0) / D;
  }
  const rows = new Float64Array(D);
  for (let i = 0; i < eliminated; i++) {
    const [first, end] = [start[i] as number, start[i + 1] as number];
    const H = error.subarray(i * D * D, (i + 1) * D * D);
    const B = weight.subarray(i * D * D, (i + 1) * D * D);
    // N = I - B H; Z'V^-1Z = N B.
    const N = multiplied(B, H, D).map((x, at) => (at % (D + 1) === 0 ? 1 : 0) - x);
    const left = multiplied(N, B, D);
    for (let k = 0; k < D; k++) known.own += left[k * D + k] as number;
    known.general += left.reduce((sum, x) => sum + x, 0);
    const columnSums = Float64Array.from({ length: D }, (_, l) => {
      let sum = 0;
      for (let k = 0; k < D; k++) sum += N[k * D + l] as number;
      return sum;
    });
    const squares = multiplied(transposed(N, D), N, D);
    const sheetWeight = new Float64Array(D * D);
    for (let s = first; s < end; s++) {
      const n = filled[s] as number;
      const g = 1 - (shrink[s] as number) * n;
      known.sheet += g * n - g * g * maskedRows(H, 0, mask, s * D, D, rows);
      for (let k = 0; k < D; k++)
        for (let l = 0; l < D; l++)
          sheetWeight[k * D + l] =
            (sheetWeight[k * D + l] as number) +
            g * g * (mask[s * D + k] as number) * (mask[s * D + l] as number);
    }
    const bySheets = multiplied(multiplied(H, sheetWeight, D), H, D);
    for (let s = first; s < end; s++) {
      const c = shrink[s] as number;
      const g = 1 - c * (filled[s] as number);
      const at = s * D;
      const U = betweenSheet(
        through.subarray((keptOf[s] as number) * D * D, ((keptOf[s] as number) + 1) * D * D),
        mask,
        at,
        c,
        D,
      );
      known.own -= innerProduct(squares, U);
      known.sheet -= innerProduct(bySheets, U);
      // The sheet's own cells: g m m' - 2 g (H) m m', both seen from its inverse.
      for (let k = 0; k < D; k++) {
        for (let l = 0; l < D; l++) {
          known.general -= (columnSums[k] as number) * (columnSums[l] as number) * (U[k * D + l] as number);
        }
      }
      known.sheet -= ownSheetPart(through, (keptOf[s] as number) * D * D, H, mask, at, c, g, D);
    }
  }
  return known;
}

/** g^2 [m'U0 m - 2 m'(U0 R) H m] of a sheet, with R its inverse and U0 its rater's block. */
function ownSheetPart(
  through: Float64Array,
  block: number,
  H: Float64Array,
  mask: Float64Array,
  at: number,
  c: number,
  g: number,
  D: number,
): number {
  const rows = new Float64Array(D);
  const total = maskedRows(through, block, mask, at, D, rows);
  const errors = new Float64Array(D);
  maskedRows(H, 0, mask, at, D, errors);
  // R U0 m on the sheet's cells, against H m.
  let cross = 0;
  for (let k = 0; k < D; k++)
    cross += (mask[at + k] as number) * ((rows[k] as number) - c * total) * (errors[k] as number);
  return g * g * (total - 2 * cross);
}
