import "fake-indexeddb/auto";
import { v7 } from "uuid";
import { type Change, fieldKey } from "@/lib/domain/changes";
import type { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { ApiProblem } from "../api";
import { hasUnsaved, type Outbox, saveStateOf } from "../outbox";
import { type OutboxRunner, runOutbox, type SentOperation } from "../outbox-runner";
import { DeviceDatabase } from "../store/database";
import { openScorecardStore, type ScorecardStore, type TabChannel } from "../store/scorecard-store";
import { ModelServer } from "./model-server";

const KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
/** One store a device for all sequences: each sequence has a scorecard of its own in them. */
const databases = [new DeviceDatabase("model-0"), new DeviceDatabase("model-1")];

type Answer = ReturnType<ModelServer["apply"]>;

/** A request between a tab and the server: applied or not yet, answered or not yet. */
interface Letter {
  operations: readonly SentOperation[];
  answer: Answer | null;
  resolve: (answer: Answer) => void;
  reject: (problem: ApiProblem) => void;
}

interface Tab {
  device: number;
  runner: OutboxRunner;
  setTurn: (sending: boolean) => void;
}

/** Two devices of one author before one server, and everything that may happen between them. */
export class OutboxModel {
  readonly server = new ModelServer();
  readonly lies: string[] = [];
  /** Kept once, and missing although the network was good again and nothing but the clock went on. */
  readonly asleep: string[] = [];
  /** The author's last change of each field on each device, in the order in which they were made. */
  readonly made: { device: number; change: Change }[] = [];
  /** Every operation a tab has shown as kept, by id. */
  readonly kept = new Set<string>();
  readonly tabs: Tab[] = [];
  online = true;
  tailLost = false;
  crashed = false;
  #last: Tab | null = null;
  #now = 1_000_000;
  #busy = 0;
  readonly #letters: Letter[] = [];
  readonly #sent: (readonly SentOperation[])[] = [];
  readonly #timers: { at: number; run: () => void }[] = [];
  readonly #scorecardId = v7();
  readonly #rubricVersionId = v7();
  readonly #ownerId = v7();
  readonly #channels = new Map<string, Set<() => void>>();

  async open(device: number): Promise<void> {
    const database = databases[device % databases.length];
    if (!database) return;
    const store = openScorecardStore(database, {
      scorecardId: this.#scorecardId,
      interviewId: this.#scorecardId,
      ownerId: this.#ownerId,
      fetchKey: async () => KEY,
      channel: (name) => this.#channel(`${device} ${name}`),
    }).then((opened) => this.#counted(opened));
    this.#count(store);
    const tab: Tab = {
      device,
      setTurn: () => {},
      runner: this.#run(store, (setTurn) => (tab.setTurn = setTurn)),
    };
    tab.runner.subscribe(() => this.#look(tab.runner.read()));
    this.tabs.push(tab);
    await this.flush();
  }

  /** The tab is gone as by a crash: what it had not written is lost, what it had sent travels on. */
  crash(tab: Tab): void {
    this.crashed = true;
    tab.runner.stop();
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    this.#giveTurns();
  }

  /** One person edits: going over to another tab takes longer than a write to the disk. */
  async edit(tab: Tab, change: Change): Promise<void> {
    if (this.#last !== tab) await this.flush();
    this.#last = tab;
    this.made.push({ device: tab.device, change });
    this.#now += 1_000;
    tab.runner.change(change);
  }

  /** A request arrives, the chosen one first: the server applies it. */
  arrive(choice: number): void {
    const letter = pick(
      this.#letters.filter(({ answer }) => answer === null),
      choice,
    );
    if (!letter) return;
    letter.answer = this.server.apply(letter.operations, this.#now);
    this.#sent.push(letter.operations);
  }

  /** An answer comes back, or is lost on its way. */
  answer(choice: number, how: "back" | "lost" | "busy"): void {
    const letter = pick(this.#letters, choice);
    if (!letter) return;
    this.#letters.splice(this.#letters.indexOf(letter), 1);
    if (how === "back" && letter.answer) letter.resolve(letter.answer);
    else if (how === "busy" && !letter.answer)
      letter.reject(new ApiProblem("UNAVAILABLE", "Busy", { status: 503, retryAfterMs: 2_000 }));
    else letter.reject(new ApiProblem("NETWORK", "No answer", { retryable: true }));
  }

  /** A request that was answered long ago is delivered once more. */
  duplicate(choice: number): void {
    const again = pick(this.#sent, choice);
    if (again) this.server.apply(again, this.#now);
  }

  setOnline(online: boolean): void {
    this.online = online;
    if (!online) while (this.#letters.length > 0) this.answer(0, "lost");
    else for (const { runner } of this.tabs) runner.wake();
  }

  loseTail(count: number): void {
    if (this.server.loseTail(count).length > 0) this.tailLost = true;
  }

  /** Lets everything that does not need the network come to rest. */
  async flush(): Promise<void> {
    for (let calm = 0; calm < 3; ) {
      await new Promise((next) => setImmediate(next));
      calm = this.#busy === 0 ? calm + 1 : 0;
    }
  }

  /** Time passes: whatever was put off runs. */
  async pass(ms: number): Promise<void> {
    this.#now += ms;
    for (const timer of this.#timers.filter(({ at }) => at <= this.#now)) {
      this.#timers.splice(this.#timers.indexOf(timer), 1);
      timer.run();
    }
    await this.flush();
  }

  /** A good network, until nobody has anything left to say: first in tabs that nobody wakes, then looked at once more. */
  async rest(): Promise<void> {
    for (const device of databases.keys())
      if (this.tabs.every((tab) => tab.device !== device)) await this.open(device);
    this.online = true;
    await this.#calm();
    const ledger = new Set(this.server.rows.map(({ opId }) => opId));
    for (const opId of this.kept) if (!ledger.has(opId)) this.asleep.push(opId);
    this.setOnline(true);
    await this.#calm();
  }

  async #calm(): Promise<void> {
    for (let round = 0; round < 60; round += 1) {
      await this.flush();
      while (this.#letters.length > 0) {
        this.arrive(0);
        this.answer(0, "back");
        await this.flush();
      }
      await this.pass(10_000);
      this.#poll();
      if (this.#letters.length > 0 || !this.tabs.every(({ runner }) => isAtRest(runner.read()))) continue;
      if (round > 0 && !this.tabs.some(({ runner }) => runner.read().behind)) return;
    }
  }

  /** What a page asks every few seconds, and what the server says to who would submit now. */
  #poll(): void {
    for (const { runner } of this.tabs) {
      runner.heard(this.server.rows.length);
      const held = runner.read().acknowledged.map(({ operation }) => operation);
      if (this.server.catchUp(held).missing.length > 0) runner.doubt();
    }
  }

  async close(): Promise<void> {
    for (const tab of [...this.tabs]) this.crash(tab);
    await this.flush();
  }

  #run(store: Promise<ScorecardStore>, onTurn: (setTurn: Tab["setTurn"]) => void): OutboxRunner {
    return runOutbox(
      {
        clientId: v7(),
        rubricVersionId: this.#rubricVersionId,
        content: this.server.content(),
        revision: this.server.rows.length,
        submittedAt: null,
      },
      {
        store,
        send: (operations) => this.#send(operations),
        catchUp: async (held) => {
          if (!this.online) throw new ApiProblem("NETWORK", "No answer", { retryable: true });
          return this.server.catchUp(held);
        },
        turn: (setTurn) => {
          onTurn(setTurn);
          this.#giveTurns();
          return () => {};
        },
        now: () => this.#now,
        monotonic: () => this.#now,
        chance: () => 0.5,
        newId: v7,
        after: (ms, run) => {
          const timer = { at: this.#now + ms, run };
          this.#timers.push(timer);
          return () => {
            const index = this.#timers.indexOf(timer);
            if (index >= 0) this.#timers.splice(index, 1);
          };
        },
      },
    );
  }

  #send(operations: readonly SentOperation[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const letter: Letter = { operations, answer: null, resolve, reject };
      if (this.online) this.#letters.push(letter);
      else reject(new ApiProblem("NETWORK", "No answer", { retryable: true }));
    });
  }

  /** The first tab of each device sends. */
  #giveTurns(): void {
    const taken = new Set<number>();
    for (const tab of this.tabs) {
      tab.setTurn(!taken.has(tab.device));
      taken.add(tab.device);
    }
  }

  /** What every state on screen claims is held against the ledger at that very moment. */
  #look(outbox: Outbox): void {
    for (const { opId } of outbox.waiting) this.kept.add(opId);
    if (this.tailLost || saveStateOf(outbox) !== "saved") return;
    const ledger = new Set(this.server.rows.map(({ opId }) => opId));
    for (const { operation } of outbox.acknowledged)
      if (!ledger.has(operation.opId)) this.lies.push(operation.opId);
  }

  #counted(store: ScorecardStore): ScorecardStore {
    const count = <T>(work: Promise<T>) => this.#count(work);
    return {
      ...store,
      append: (drafts) => count(store.append(drafts)),
      list: () => count(store.list()),
      acknowledge: (saved, now) => count(store.acknowledge(saved, now)),
      reopen: (opIds) => count(store.reopen(opIds)),
      overtake: (opIds) => count(store.overtake(opIds)),
    };
  }

  #count<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1;
    return work.finally(() => {
      this.#busy -= 1;
    });
  }

  #channel(name: string): TabChannel {
    const all = this.#channels.get(name) ?? new Set();
    this.#channels.set(name, all);
    let own: (() => void) | null = null;
    return {
      postMessage: () => {
        for (const listener of all) if (listener !== own) setImmediate(listener);
      },
      addEventListener: (_, listener) => {
        own = listener;
        all.add(listener);
      },
      removeEventListener: (_, listener) => all.delete(listener),
      close: () => {},
    };
  }
}

function isAtRest(outbox: Outbox): boolean {
  return !hasUnsaved(outbox) && outbox.inFlight === null;
}

function pick<T>(all: readonly T[], choice: number): T | undefined {
  return all[choice % Math.max(1, all.length)];
}

/** What is wrong once everything has come to rest; empty when all is well. */
export function faultsAtRest(model: OutboxModel): string[] {
  const faults = model.lies.map((opId) => `Saved was said before ${opId} was in the ledger`);
  for (const opId of model.asleep) faults.push(`${opId} was missing until somebody looked`);
  const ids = model.server.rows.map(({ opId }) => opId);
  if (new Set(ids).size !== ids.length) faults.push("an operation stands twice in the ledger");
  for (const opId of model.kept)
    if (!ids.includes(opId)) faults.push(`${opId} was kept here and never arrived`);
  const truth = JSON.stringify(sorted(model.server.content()));
  for (const { runner, device } of model.tabs) {
    const outbox = runner.read();
    if (hasUnsaved(outbox)) faults.push(`device ${device} still has something unsaved`);
    if (JSON.stringify(sorted(outbox.content)) !== truth)
      faults.push(`device ${device} shows ${JSON.stringify(outbox.content)}, the server has ${truth}`);
  }
  return [...faults, ...lastWords(model)];
}

/** With one device and no crash, each field holds the last thing its author entered. */
function lastWords(model: OutboxModel): string[] {
  const last = new Map(model.made.map(({ change }) => [fieldKey(change), change]));
  const ledger = model.server.rows.filter(({ overtaken }) => !overtaken);
  return [...last].flatMap(([field, change]) => {
    const devices = new Set(
      model.made.filter((one) => fieldKey(one.change) === field).map(({ device }) => device),
    );
    if (devices.size > 1 || model.crashed) return [];
    const stands = ledger.findLast((row) => row.field === field);
    return JSON.stringify(stands?.change.value) === JSON.stringify(change.value)
      ? []
      : [
          `${field} holds ${JSON.stringify(stands?.change.value)}, the author's last was ${JSON.stringify(change.value)}`,
        ];
  });
}

function sorted(content: typeof EMPTY_SCORECARD) {
  const { ratings, evidence, ...rest } = content;
  const entries = Object.entries(ratings).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ratings: entries, evidence: [...evidence].sort((a, b) => (a.id < b.id ? -1 : 1)), ...rest };
}
