import type { Change } from "@/lib/domain/changes";
import type { FieldHead } from "@/lib/domain/field-order";
import { asked, type Context } from "../context";

export interface KnownOperation {
  opId: string;
  scorecardId: string;
  revision: number;
  change: Change;
}

/** What is sent of a scorecard of one's own, as far as the look before it needs it. */
export interface Sent {
  scorecardId: string;
  opIds: readonly string[];
  clientIds: readonly string[];
  fields: readonly string[];
}

/** One's own scorecard, locked until the transaction ends, and what a save has to know of its ledger. */
export interface CardToSave {
  interviewId: string;
  rubricVersionId: string;
  revision: number;
  submittedAt: Date | null;
  /** Those of the sent operations that stand in the ledger already (your own). */
  known: KnownOperation[];
  /** By client and field, the newest sequence number applied: what arrives later but was made earlier must lose. */
  newest: Map<string, number>;
  /** By field, the change that stands. */
  heads: Map<string, FieldHead>;
}

interface Row extends Record<string, unknown> {
  interview_id: string;
  rubric_version_id: string;
  revision: number;
  submitted_at: Date | string | null;
  known: KnownOperation[];
  newest: { clientId: string; field: string; seq: number }[];
  heads: { clientId: string; field: string; revision: number; madeAt: string }[];
}

/** Null when there is no such scorecard, or it is somebody else's. */
export async function findCardToSave(ctx: Context, sent: Sent): Promise<CardToSave | null> {
  const [row] = await asked<Row>(ctx, cardToSaveStatement(sent));
  if (!row) return null;
  return {
    interviewId: row.interview_id,
    rubricVersionId: row.rubric_version_id,
    revision: row.revision,
    submittedAt: row.submitted_at === null ? null : new Date(row.submitted_at),
    known: row.known,
    newest: new Map(row.newest.map(({ clientId, field, seq }) => [sequenceKey(clientId, field), seq])),
    heads: new Map(
      row.heads.map(({ field, madeAt, ...head }) => [field, { ...head, madeAt: Date.parse(madeAt) }]),
    ),
  };
}

/** Without parameters, so that it can be asked ahead. */
export function cardToSaveStatement({ scorecardId, opIds, clientIds, fields }: Sent): string {
  return `select interview_id, rubric_version_id, revision, submitted_at, known, newest, heads
    from card_to_save('${plain(scorecardId)}', '${arrayOf(opIds)}', '${arrayOf(clientIds)}', '${arrayOf(fields)}')`;
}

function arrayOf(values: readonly string[]): string {
  return `{${[...new Set(values)].map(plain).join(",")}}`;
}

/** An id or the name of a field: letters, digits, dots, dashes; nothing that could end a literal or an element. */
function plain(value: string): string {
  if (!/^[\w.-]+$/.test(value))
    throw new Error("An id or a field's name holds letters, digits, dots and dashes");
  return value;
}

export function sequenceKey(clientId: string, field: string): string {
  return `${clientId} ${field}`;
}
