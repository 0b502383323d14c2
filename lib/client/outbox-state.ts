import type { Operation, PastOperation } from "@/lib/contracts/operations";
import type { Change } from "@/lib/domain/changes";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import type { Draft, KeptOperation } from "./store/rows";

/** Everything between a keystroke and its row in the database, for one scorecard in one tab. */
export interface Outbox {
  /** This tab's own name for what it must number itself; the store numbers the rest, under the browser's name. */
  clientId: string;
  rubricVersionId: string;
  /** What the screen shows: the server's content with every change made here on top. */
  content: ScorecardContent;
  /** The server's word, and the revision it stands at. */
  base: { content: ScorecardContent; revision: number };
  /** Typed within the last moments and not an operation yet, by field. */
  typing: Readonly<Record<string, Change>>;
  /** Made, and on their way to this device's store: not shown as kept, and sent by nothing but a page that is leaving. */
  drafts: readonly Draft[];
  /** Operations the server has not acknowledged, in the order they were made, by any tab of this browser. */
  waiting: readonly Operation[];
  /** Acknowledged, kept for a server that loses its last second. */
  acknowledged: readonly Acknowledged[];
  /** The one request under way; a reply to any other never ends it. */
  inFlight: { requestId: string; opIds: readonly string[] } | null;
  nextSeq: number;
  /** By client and field, the latest acknowledged number: an older one that was refused no longer matters. */
  savedSeq: Readonly<Record<string, number>>;
  /** Everything up to this revision has been seen here: what the next change is made on. */
  revision: number;
  /** Something happened elsewhere, or may have: the server is to be asked. */
  behind: boolean;
  /** How often that was said: an answer to what was asked before the last time ends nothing. */
  questions: number;
  /** True when the server can be asked for its gaps; only then is a doubt ever raised. */
  asks: boolean;
  /** The server may have lost what it once acknowledged: nothing is called saved until it has been asked. */
  unsure: boolean;
  /** Attempts that failed in a row. */
  failures: number;
  /** No attempt before this moment; `null` means now, Infinity until woken. */
  retryAt: number | null;
  signedOut: boolean;
  /** Somebody else is signed in on this browser: nothing is sent in their name. */
  otherMember: boolean;
  batchLimit: number;
  /** What the server would not take, kept with its reason until taken or overwritten. */
  refused: readonly Refused[];
  /** Came after the scorecard was submitted elsewhere: never part of it, kept until its author has seen them. */
  late: readonly Operation[];
  submittedAt: string | null;
  /** Where changes are kept until saved: not known yet, on this device, or in this tab's memory alone. */
  storage: "opening" | "device" | "memory";
  /** One tab sends for all of this browser's. */
  sending: boolean;
  /** Fields that more than one device has changed, with what was entered when. */
  history: readonly PastOperation[];
}

export interface Acknowledged {
  operation: Operation;
  revision: number;
}

export interface Refused {
  operation: Operation;
  message: string;
}

export interface OutboxFailure {
  code: string;
  status: number;
  message: string;
  retryable: boolean;
  /** The server's own word on when to come back. */
  retryAfterMs?: number | null;
  /** When the refusal is that the scorecard is submitted. */
  submittedAt?: string | null;
}

export type OutboxEvent =
  | { type: "typed"; change: Change }
  | {
      type: "made";
      change: Change;
      opId: string;
      at: number;
      wallClock: string;
      device?: Operation["device"];
    }
  /** Given to a last request before they are on the disk: there they bear the same numbers. */
  | { type: "numbered"; operations: readonly Operation[] }
  | { type: "kept"; operations: readonly Operation[] }
  | { type: "mirrored"; rows: readonly KeptOperation[] }
  | { type: "storage"; state: Outbox["storage"] }
  | { type: "turn"; sending: boolean }
  | { type: "sent"; requestId: string; opIds: readonly string[] }
  | {
      type: "acknowledged";
      requestId: string;
      saved: readonly { opId: string; revision: number }[];
      /** Those of them that lost to something the author did later elsewhere. */
      overtaken?: readonly string[];
      revision: number;
      now: number;
      chance: number;
    }
  | {
      type: "failed";
      requestId: string;
      opIds: readonly string[];
      failure: OutboxFailure;
      now: number;
      chance: number;
    }
  | {
      type: "caught-up";
      content: ScorecardContent;
      revision: number;
      submittedAt: string | null;
      history: readonly PastOperation[];
      /** How many questions there were when this was asked. */
      questions: number;
      /** Operations acknowledged once that the server no longer has. */
      lost: readonly string[];
    }
  | { type: "session-over"; otherMember: boolean }
  | { type: "session-back" }
  | { type: "behind" }
  | { type: "doubted" }
  | { type: "woken" }
  | { type: "refused-again" }
  | { type: "submitted"; at: string };

export interface OutboxStart {
  clientId: string;
  rubricVersionId: string;
  content: ScorecardContent;
  revision: number;
  submittedAt: string | null;
}

export type EventOf<Type extends OutboxEvent["type"]> = Extract<OutboxEvent, { type: Type }>;
