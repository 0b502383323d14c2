/**
 * The value below which a share p of an ascending list lies, with linear interpolation between
 * neighbours (R's default, type 7).
 *
 * Range: within the list. Unit: that of the list. Minimum n: 1.
 * Undefined: NaN for an empty list; callers check first.
 * Source: Hyndman & Fan (1996), https://doi.org/10.2307/2684934
 *
 * @example
 * quantile([1, 2, 3, 4], 0.5); // 2.5
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  if (ascending.length === 0) return Number.NaN;
  const place = p * (ascending.length - 1);
  const below = Math.floor(place);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? low;
  return low + (place - below) * (high - low);
}
