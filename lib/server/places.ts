import { Problem } from "@/lib/domain/errors";
import type { Acquaintance } from "./acquaintances";

/** How many of something that lasts may be open at once in this process: for one member, and for their organisation. */
export class Places {
  readonly #max: { member: number; organization: number };
  readonly #refusal: string;
  readonly #taken = new Map<string, number>();

  constructor(max: { member: number; organization: number }, refusal: string) {
    this.#max = max;
    this.#refusal = refusal;
  }

  /** Takes one, or refuses. Call the answer to give it back; more than once does no harm. */
  take({ memberId, organizationId }: Acquaintance): () => void {
    const wanted = [
      [memberId, this.#max.member],
      [organizationId, this.#max.organization],
    ] as const;
    if (wanted.some(([key, max]) => (this.#taken.get(key) ?? 0) >= max))
      throw new Problem("TOO_MANY", this.#refusal);
    for (const [key] of wanted) this.#taken.set(key, (this.#taken.get(key) ?? 0) + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      for (const [key] of wanted) this.#giveBack(key);
    };
  }

  #giveBack(key: string): void {
    const left = (this.#taken.get(key) ?? 1) - 1;
    if (left === 0) this.#taken.delete(key);
    else this.#taken.set(key, left);
  }
}
