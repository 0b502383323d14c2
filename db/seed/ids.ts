import { v5 } from "uuid";

/** Every id of the demo world follows from names within this one. */
const DEMO_NAMESPACE = "6f1d2c1e-53a5-5f0b-9c57-0d6a3c1f7e42";

/** The same names give the same id, on every machine and in every run. */
export function seedId(...names: readonly (string | number)[]): string {
  return v5(names.join("/"), DEMO_NAMESPACE);
}

/** A number in [0, 1) that follows from names: the seed's stand-in for chance. */
export function fraction(...names: readonly (string | number)[]): number {
  return Number.parseInt(seedId("fraction", ...names).slice(0, 8), 16) / 2 ** 32;
}
