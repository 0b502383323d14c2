import { env } from "../env";

/** What an organisation may take beyond its share at once: opening a page asks for several things. */
const CREDIT_MS = 250;
/** Whoever asked for something within this is there. */
const PRESENT_MS = 60_000;

interface Account {
  underWay: number;
  /** Milliseconds taken beyond its share, 0 to the credit. */
  taken: number;
  /** From when the credit is used up until nothing of it is owed. */
  loud: boolean;
}

declare global {
  // One a process, also when the bundler loads this module more than once: the front and the streams share it.
  var plumblineShares: Shares | undefined;
}

export function shares(): Shares {
  globalThis.plumblineShares ??= new Shares(env().ORGANIZATION_SHARE);
  return globalThis.plumblineShares;
}

/**
 * How much of this process each organisation takes. Time is counted as an operating system counts it: what passes while
 * requests are under way is divided among them, so nobody pays for being kept waiting by others. Decides nothing about
 * a request; says whose are to stand back. Alone in the process, nobody ever is.
 */
export class Shares {
  readonly #share: number;
  readonly #accounts = new Map<string, Account>();
  #underWay = 0;
  #at = 0;
  #newest: { organizationId: string; at: number } | null = null;
  /** The last that was another one than the newest. */
  #other = Number.NEGATIVE_INFINITY;

  /** @param share of the time, for each organisation while another is there; a house at work takes less than a quarter */
  constructor(share: number) {
    this.#share = share;
  }

  /** Somebody of this organisation asks for something. */
  see(organizationId: string, now: number): void {
    if (this.#newest && this.#newest.organizationId !== organizationId) this.#other = this.#newest.at;
    this.#newest = { organizationId, at: now };
  }

  /** Whether somebody of another organisation asked for something lately. */
  hasCompany(organizationId: string, now: number): boolean {
    // Where each may take all of it, none has to stand back for another.
    if (this.#share === 1) return false;
    const other = this.#newest?.organizationId === organizationId ? this.#other : this.#newest?.at;
    return other !== undefined && now - other < PRESENT_MS;
  }

  /** Whether this organisation takes more than its share, and somebody else is there to notice. */
  isLoud(organizationId: string, now: number): boolean {
    return this.isOver(organizationId, now) && this.hasCompany(organizationId, now);
  }

  /** Whether this organisation takes more than its share, whoever else is there. */
  isOver(organizationId: string, now: number): boolean {
    this.#pass(now);
    return this.#accounts.get(organizationId)?.loud === true;
  }

  /** A request begins; call the answer once when it is over. */
  begin(organizationId: string, now: number): (now: number) => void {
    this.#pass(now);
    const account = this.#accounts.get(organizationId) ?? { underWay: 0, taken: 0, loud: false };
    this.#accounts.set(organizationId, account);
    account.underWay += 1;
    this.#underWay += 1;
    return (over) => {
      this.#pass(over);
      account.underWay -= 1;
      this.#underWay -= 1;
    };
  }

  #pass(now: number): void {
    const ms = now - this.#at;
    this.#at = now;
    for (const [organizationId, account] of this.#accounts) {
      const used = this.#underWay === 0 ? 0 : (ms * account.underWay) / this.#underWay;
      account.taken = Math.min(CREDIT_MS, Math.max(0, account.taken + used - this.#share * ms));
      if (account.taken === CREDIT_MS) account.loud = true;
      else if (account.taken === 0) account.loud = false;
      if (account.taken === 0 && account.underWay === 0) this.#accounts.delete(organizationId);
    }
  }
}
