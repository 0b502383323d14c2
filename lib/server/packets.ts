import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";

/** Keys remembered before the expired ones are swept out. */
const KEPT_KEYS = 20_000;

interface Held {
  left: number;
  /** When the store's window ends, in milliseconds of `now`. */
  until: number;
}

/**
 * Takes a limit's points out of its shared store by the packet and spends them in this process: a save then asks the
 * database for leave once in forty times, and several instances still share one limit.
 */
export class Packets {
  readonly #limiter: Pick<RateLimiterAbstract, "consume">;
  readonly #size: number;
  readonly #now: () => number;
  readonly #held = new Map<string, Held>();
  readonly #asking = new Map<string, Promise<void>>();

  constructor(limiter: Pick<RateLimiterAbstract, "consume">, size: number, now: () => number) {
    this.#limiter = limiter;
    this.#size = size;
    this.#now = now;
  }

  /** Spends one point. 0 is leave to go on; a number above it, the milliseconds to wait. A promise while asking. */
  take(key: string): number | Promise<number> {
    const held = this.#held.get(key);
    if (held && held.until > this.#now()) {
      if (held.left > 0) {
        held.left -= 1;
        return 0;
      }
      if (held.left < 0) return held.until - this.#now();
    }
    return this.#ask(key).then(() => this.take(key));
  }

  /** One question at a time a key; everybody who waits shares its answer. */
  #ask(key: string): Promise<void> {
    const asking = this.#asking.get(key) ?? this.#fetch(key).finally(() => this.#asking.delete(key));
    this.#asking.set(key, asking);
    return asking;
  }

  async #fetch(key: string): Promise<void> {
    if (this.#held.size > KEPT_KEYS) this.#sweep();
    const granted = await this.#consume(key);
    // A window that ends this very moment must still be good for what it granted.
    const until = this.#now() + Math.max(granted.msBeforeNext, 1);
    this.#held.set(key, { left: granted.refused ? REFUSED : this.#size, until });
  }

  async #consume(key: string): Promise<{ refused: boolean; msBeforeNext: number }> {
    try {
      const { msBeforeNext } = await this.#limiter.consume(key, this.#size);
      return { refused: false, msBeforeNext };
    } catch (refusal) {
      // The library rejects with a result when the limit is reached, and with an error when the store fails.
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { refused: true, msBeforeNext: refusal.msBeforeNext };
    }
  }

  #sweep(): void {
    for (const [key, { until }] of this.#held) if (until <= this.#now()) this.#held.delete(key);
  }
}

const REFUSED = -1;
