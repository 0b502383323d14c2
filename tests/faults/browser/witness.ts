import type { BrowserContext, Page, Request } from "playwright";
import postgres from "postgres";
import { z } from "zod";
import { applyOperationsContract } from "@/lib/contracts/operations";
import { type Word, watchPage } from "./page-script";
import type { Card, Stage } from "./stage";

/** Everything the state line may say, word for word (components/scoring/state-line). */
const LINES = [
  "Saved",
  "Opening…",
  "Writing…",
  "Only in this tab",
  "Only in this tab, signed out",
  "On this device",
  "On this device, signed out",
  "Not all saved",
  "Submitted",
];
const SAVED = ["Saved", "Submitted"];

const sentBody = applyOperationsContract.input.pick({ operations: true });
const wordSchema = z.union([
  z.object({ kind: z.literal("kept"), opIds: z.array(z.string()), line: z.string().nullable() }),
  z.object({ kind: z.literal("line"), line: z.string().nullable() }),
  z.object({
    kind: z.literal("last"),
    requests: z.array(z.object({ address: z.string(), body: z.string() })),
  }),
]) satisfies z.ZodType<Word>;

/**
 * Who stands beside one scorecard and writes down what its author was told: every operation that reached a disk or the
 * network, and each time *Saved* is said, what a connection of its own then reads.
 */
export class Witness {
  /** Operations by id, from this author's disks and requests. */
  readonly made = new Set<string>();
  /** What was sent under an id: the first body; another one is a complaint. */
  readonly changes = new Map<string, unknown>();
  /** What must not have happened, in sentences. */
  readonly complaints: string[] = [];
  /** How often *Saved* was said and looked up. */
  savedLookedUp = 0;
  readonly #keptBy = new Map<Page, Set<string>>();
  readonly #pages = new Set<Page>();
  #owner: { url: string; sql: postgres.Sql } | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(
    readonly stage: Stage,
    readonly card: Card,
  ) {}

  /** Every page of the context from now on is watched; call it before the first is opened. */
  async watch(context: BrowserContext): Promise<void> {
    await context.exposeBinding("tellWitness", ({ page }, word: string) =>
      this.#hear(page, wordSchema.parse(JSON.parse(word))),
    );
    // What a compiler puts around the functions of a script that travels as text (esbuild's keepNames).
    await context.addInitScript("globalThis.__name ??= (named) => named;");
    await context.addInitScript(watchPage, LINES);
    context.on("request", (request) => this.#hearRequest(request));
    context.on("page", (page) => this.#meet(page));
  }

  get pages(): readonly Page[] {
    return [...this.#pages].filter((page) => !page.isClosed());
  }

  /** Resolves when everything said so far has been looked up. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  /** What a page says after this is heard by nobody: its database may be gone before it. */
  async end(): Promise<void> {
    await this.settled();
    this.#ended = true;
    await this.#owner?.sql.end();
    this.#owner = null;
  }

  #meet(page: Page): void {
    this.#pages.add(page);
    page.on("pageerror", (error) => this.complaints.push(`a page threw: ${error.message}`));
    page.on("dialog", (dialog) => {
      this.complaints.push(`a dialog stood in the way: ${dialog.type()}`);
      void dialog.accept();
    });
  }

  #hear(page: Page, word: Word): void {
    if (this.#ended) return;
    if (word.kind === "last") {
      for (const { address, body } of word.requests) this.#noteSent(address, JSON.parse(body), null);
      return;
    }
    const kept = this.#keptBy.get(page) ?? new Set<string>();
    this.#keptBy.set(page, kept);
    if (word.kind === "kept") {
      for (const opId of word.opIds) {
        kept.add(opId);
        this.made.add(opId);
      }
      if (word.line !== null && SAVED.includes(word.line)) this.#lookUp(word.opIds, "stood");
      return;
    }
    if (word.line !== null && SAVED.includes(word.line)) this.#lookUp([...this.#toldTo(page)], "was said");
  }

  /** What a page answers for: its own, and those of pages that are gone. */
  #toldTo(page: Page): Set<string> {
    const all = [...this.#keptBy].filter(([one]) => one === page || one.isClosed());
    return new Set(all.flatMap(([, opIds]) => [...opIds]));
  }

  #hearRequest(request: Request): void {
    if (request.method() !== "POST") return;
    this.#noteSent(request.url(), request.postDataJSON(), pageOf(request));
  }

  /** Whatever asks to be saved for this scorecard was made by its author. */
  #noteSent(address: string, sent: unknown, page: Page | null): void {
    if (!address.includes(`${this.card.scorecardId}/operations`)) return;
    const body = sentBody.safeParse(sent);
    if (!body.success) return void this.complaints.push("a body that the contract does not know was sent");
    for (const { opId, change } of body.data.operations) {
      this.made.add(opId);
      if (page) this.#keptBy.set(page, (this.#keptBy.get(page) ?? new Set()).add(opId));
      const before = this.changes.get(opId);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(change))
        this.complaints.push(`one id was sent with two bodies: ${opId}`);
      this.changes.set(opId, change);
    }
  }

  /** Asks at once, over a connection the app knows nothing of; a database that is away is asked until it is back. */
  #lookUp(opIds: readonly string[], how: string): void {
    const { scorecardId } = this.card;
    const asked = this.#ledger(scorecardId);
    this.#queue = this.#queue.then(async () => {
      const ledger = await asked;
      this.savedLookedUp += 1;
      const missing = opIds.filter((opId) => !ledger.has(opId));
      if (missing.length > 0)
        this.complaints.push(`false Saved: it ${how} before ${missing.join(", ")} could be read`);
    });
  }

  async #ledger(scorecardId: string): Promise<Set<string>> {
    for (;;) {
      try {
        const rows = await this.#sql()<
          { op_id: string }[]
        >`select op_id from operations where scorecard_id = ${scorecardId}`;
        return new Set(rows.map(({ op_id }) => op_id));
      } catch {
        await new Promise(setImmediate);
      }
    }
  }

  #sql(): postgres.Sql {
    const url = this.stage.records.ownerUrl;
    if (this.#owner?.url !== url) {
      void this.#owner?.sql.end({ timeout: 0 });
      this.#owner = { url, sql: postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} }) };
    }
    return this.#owner.sql;
  }
}

/** The last save of a page that closes belongs to no page any more. */
function pageOf(request: Request): Page | null {
  try {
    return request.frame().page();
  } catch {
    return null;
  }
}
