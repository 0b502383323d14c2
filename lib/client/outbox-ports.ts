import type { OutputOf } from "@/lib/contracts/contract";
import type { applyOperationsContract, catchUpContract, Operation } from "@/lib/contracts/operations";
import type { Change } from "@/lib/domain/changes";
import type { Outbox, OutboxEvent } from "./outbox-state";
import type { ScorecardStore } from "./store/scorecard-store";

/** An operation on its way: with its age, so that the server's clock can say when it was made. */
export type SentOperation = Operation & { ageMs: number };

/** The outer world, so that tests bring their own network, clock, disk and chance. */
export interface OutboxPorts {
  send(
    operations: readonly SentOperation[],
    how: { keepalive: boolean },
  ): Promise<OutputOf<typeof applyOperationsContract>>;
  /** Asks how the card stands, naming the acknowledged operations held here. */
  catchUp?(acknowledged: readonly Operation[]): Promise<OutputOf<typeof catchUpContract>>;
  /** Where changes are written before they are sent; without it, or once it fails, memory alone. */
  store?: Promise<ScorecardStore>;
  /** Tells when it is this tab's turn to send for the browser; without it, always. */
  turn?(onTurn: (sending: boolean) => void): () => void;
  /** Lets somebody who outlives the page write to the disk what it leaves; without it, the last request alone. */
  handOver?(operations: readonly Operation[]): void;
  device?: Operation["device"];
  /** For what a person reads or another device compares; it may be set back at any time, so nothing waits by it. */
  now(): number;
  /** Milliseconds that never go back, from the opening of the page: every wait is counted on these. */
  monotonic(): number;
  chance(): number;
  newId(): string;
  /** Runs once after `ms`; answers how to call it off. */
  after(ms: number, run: () => void): () => void;
}

export interface OutboxRunner {
  read(): Outbox;
  subscribe(listener: () => void): () => void;
  /** A tap or a key: an operation at once. */
  change(change: Change): void;
  /** One more keystroke of a text: on screen at once, an operation at the next pause. */
  type(change: Change): void;
  /** Whatever is being typed becomes operations now. */
  settle(): void;
  /** The network or the session may be back: try now. */
  wake(): void;
  /** The server was heard to stand at this revision. */
  heard(revision: number): void;
  /** The server was found to lack something it once acknowledged: it is asked, and given it again. */
  doubt(): void;
  /** Another tab signed out, or signed somebody else in: nothing is sent until its owner is back. */
  sessionOver(otherMember: boolean): void;
  /** Its owner has signed in again, here or in another tab. */
  sessionBack(): void;
  tryRefusedAgain(): void;
  submitted(at: string): void;
  /** The page may be going: what the disk has not taken is handed to what outlives it, the last request and the worker. */
  leave(): void;
  /** Ends this runner: no timer and no channel is left. What the store holds stays. */
  stop(): void;
}

/** One outbox as its disk and its wire see it: what it holds now, and the way to tell it something. */
export interface OutboxDesk {
  ports: OutboxPorts;
  read(): Outbox;
  /** Does nothing any more once the runner was stopped. */
  dispatch(event: OutboxEvent): void;
  isStopped(): boolean;
}
