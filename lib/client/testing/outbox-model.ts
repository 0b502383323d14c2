import { v7 } from "uuid";
import type { PastOperation } from "@/lib/contracts/operations";
import type { Change } from "@/lib/domain/changes";
import { contestedFields } from "../contested";
import type { OutboxRunner } from "../outbox-ports";
import { runOutbox } from "../outbox-runner";
import type { Outbox } from "../outbox-state";
import { hasUnsaved } from "../save-state";
import type { ScorecardStore } from "../store/scorecard-store";
import { DEVICES_OF_THE_MODEL, ModelDisk } from "./model-disk";
import { ModelPost } from "./model-post";
import { ModelServer } from "./model-server";
import { ModelWitness } from "./model-witness";

interface Tab {
  device: number;
  /** Of all tabs ever opened, the how many-th. */
  place: number;
  runner: OutboxRunner;
  /** The ids of what was made in it. */
  made: Set<string>;
  setTurn: (sending: boolean) => void;
}

/** The browser of this device has no worker: what a page leaves has its last request alone. */
const WITHOUT_WORKER = 1;

/** Two devices of one author before one server, and everything that may happen between them. */
export class OutboxModel {
  readonly server = new ModelServer();
  /** What was still wrong although the network was good again and nothing but the clock went on. */
  readonly asleep: string[] = [];
  /** The author's last change of each field on each device, in the order in which they were made. */
  readonly made: { device: number; change: Change }[] = [];
  readonly tabs: Tab[] = [];
  readonly witness = new ModelWitness(this.server, () => this.#post);
  #last: Tab | null = null;
  readonly #hidden = new Set<Tab>();
  #opened = 0;
  #now = 1_000_000;
  #busy = 0;
  readonly #timers: { at: number; run: () => void }[] = [];
  readonly #rubricVersionId = v7();
  readonly #post = new ModelPost(
    this.server,
    () => this.#now,
    (letter) => this.witness.lost(letter),
  );
  readonly #disks: readonly ModelDisk[];

  constructor() {
    const [scorecardId, ownerId] = [v7(), v7()];
    const place = { scorecardId, interviewId: scorecardId, ownerId };
    this.#disks = Array.from(
      { length: DEVICES_OF_THE_MODEL },
      (_, device) => new ModelDisk(device, place, (work) => this.#count(work)),
    );
  }

  async open(device: number): Promise<void> {
    const disk = this.#diskOf(device);
    this.#opened += 1;
    const store = this.#count(disk.open(() => !this.tabs.includes(tab)));
    const tab: Tab = {
      device,
      place: this.#opened,
      made: new Set(),
      setTurn: () => {},
      runner: this.#run(device, store, (setTurn) => (tab.setTurn = setTurn)),
    };
    tab.runner.subscribe(() => this.witness.look(tab.runner.read(), disk, tab.made));
    this.tabs.push(tab);
    await this.flush();
  }

  /** The tab is gone as by a crash: what it had not written is lost, what it had sent travels on. */
  crash(tab: Tab): void {
    this.witness.crashed(tab.runner.read());
    this.#end(tab);
  }

  /** Reloaded, or closed as one closes a tab: the page hears of it, and has until then. */
  leave(tab: Tab): void {
    tab.runner.leave();
    if (tab.device === WITHOUT_WORKER) this.witness.leftAlone(tab.runner.read());
    this.#end(tab);
  }

  /** Another window comes before it: as far as the page knows, for good. */
  hide(tab: Tab): void {
    this.#hidden.add(tab);
    tab.runner.leave();
  }

  /** One person edits: going over to another tab takes longer than a write to the disk. */
  async edit(tab: Tab, change: Change): Promise<void> {
    if (this.#last && this.#last !== tab) {
      if (tab.place < this.#last.place || this.tabs.includes(this.#last)) this.moveOn();
      await this.flush();
      this.#hidden.add(tab);
    }
    if (this.#hidden.delete(tab)) {
      // The window that comes to the front hears of it.
      tab.runner.wake();
      await this.flush();
    }
    this.#last = tab;
    this.made.push({ device: tab.device, change });
    this.#now += 1_000;
    tab.runner.change(change);
  }

  /** A device's disk is busy with something else, and takes nothing of ours. */
  hold(device: number): void {
    this.#diskOf(device).hold();
  }

  moveOn(): void {
    for (const disk of this.#disks) disk.release();
  }

  arrive = (choice: number) => this.#post.arrive(choice);
  answer = (choice: number, how: "back" | "lost" | "busy") => this.#post.answer(choice, how);
  duplicate = (choice: number) => this.#post.duplicate(choice);

  setOnline(online: boolean): void {
    this.#post.setOnline(online);
    if (online) for (const { runner } of this.tabs) runner.wake();
  }

  loseTail(count: number): void {
    this.witness.lostTail(this.server.loseTail(count).map(({ opId }) => opId));
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
    this.moveOn();
    for (const device of this.#disks.keys())
      if (this.tabs.every((tab) => tab.device !== device)) await this.open(device);
    this.#post.online = true;
    await this.#calm();
    const ledger = new Set(this.server.rows.map(({ opId }) => opId));
    for (const opId of this.witness.kept) if (!ledger.has(opId)) this.asleep.push(`${opId} was missing`);
    const questions = questionsIn(this.server.catchUp([]).history);
    for (const { device, runner } of this.tabs) {
      const asked = questionsIn(runner.read().history);
      if (asked !== questions) this.asleep.push(`device ${device} asked “${asked}”, not “${questions}”,`);
    }
    this.setOnline(true);
    await this.#calm();
  }

  async close(): Promise<void> {
    for (const tab of [...this.tabs]) this.crash(tab);
    await this.flush();
  }

  async #calm(): Promise<void> {
    for (let round = 0; round < 60; round += 1) {
      await this.flush();
      while (this.#post.letters.length > 0) {
        this.arrive(0);
        this.answer(0, "back");
        await this.flush();
      }
      await this.pass(10_000);
      this.#poll();
      if (this.#post.letters.length > 0 || !this.tabs.every(({ runner }) => isAtRest(runner.read())))
        continue;
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

  #run(
    device: number,
    store: Promise<ScorecardStore>,
    onTurn: (setTurn: Tab["setTurn"]) => void,
  ): OutboxRunner {
    const start = {
      clientId: v7(),
      rubricVersionId: this.#rubricVersionId,
      content: this.server.content(),
      revision: this.server.rows.length,
      submittedAt: null,
    };
    return runOutbox(start, {
      store,
      send: (operations) => this.#post.send(operations),
      catchUp: async (held) => this.#post.catchUp(held),
      ...(device === WITHOUT_WORKER
        ? {}
        : { handOver: (operations) => void this.#diskOf(device).keep(operations) }),
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
    });
  }

  #end(tab: Tab): void {
    tab.runner.stop();
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    this.#giveTurns();
  }

  /** The first tab of each device sends. */
  #giveTurns(): void {
    const taken = new Set<number>();
    for (const tab of this.tabs) {
      tab.setTurn(!taken.has(tab.device));
      taken.add(tab.device);
    }
  }

  #diskOf(device: number): ModelDisk {
    const disk = this.#disks[device % this.#disks.length];
    if (!disk) throw new Error(`There is no device ${device}`);
    return disk;
  }

  #count<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1;
    return work.finally(() => {
      this.#busy -= 1;
    });
  }
}

/** The fields about which the author is to decide. */
function questionsIn(history: readonly PastOperation[]): string {
  return contestedFields(history)
    .map(({ field }) => field)
    .sort()
    .join(", ");
}

function isAtRest(outbox: Outbox): boolean {
  return !hasUnsaved(outbox) && outbox.inFlight === null;
}
