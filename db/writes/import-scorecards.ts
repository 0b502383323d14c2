import { sql } from "drizzle-orm";
import { DIMENSIONS, type Dimension, type RatingValue } from "@/lib/domain/scale";
import { actAs } from "../acting-as";
import type { Context } from "../context";
import { newId } from "../ids";
import { evidenceNotes, imports, ratings, submissions } from "../schema/index";
import { ROWS_PER_STATEMENT } from "./import-sets";

/** A finished scorecard from a file, for a seat that exists. */
export interface ImportedScorecard {
  scorecardId: string;
  interviewId: string;
  submittedAt: Date;
  ratings: Partial<Record<Dimension, RatingValue>>;
  evidence: readonly { dimension: Dimension; text: string }[];
}

/**
 * Writes one interviewer's finished scorecards as that interviewer: the row policies bind an import as they bind
 * anybody. Every table in one pass, in the order that lets each policy see what it rests on.
 */
export async function importScorecards(
  ctx: Context,
  author: Context["member"],
  cards: readonly ImportedScorecard[],
): Promise<void> {
  const acting = await actAs(ctx, author);
  const organizationId = ctx.organization.id;
  const marks = cards.flatMap((card) =>
    DIMENSIONS.flatMap((dimension) => {
      const value = card.ratings[dimension];
      return value ? [{ card, dimension, value }] : [];
    }),
  );
  const notes = cards.flatMap(({ scorecardId, evidence }) =>
    evidence.map(({ dimension, text }, position) => ({ scorecardId, dimension, body: text, position })),
  );
  for (const part of chunks(marks)) {
    await acting.tx.insert(ratings).values(
      part.map(({ card, dimension, value }) => ({
        organizationId,
        scorecardId: card.scorecardId,
        dimension,
        mark: value.state === "observed" ? value.mark : null,
      })),
    );
  }
  for (const part of chunks(notes)) {
    await acting.tx
      .insert(evidenceNotes)
      .values(part.map((note) => ({ ...note, organizationId, id: newId(), atMs: null })));
  }
  for (const part of chunks(cards)) {
    await acting.tx.insert(submissions).values(
      part.map(({ scorecardId, interviewId, submittedAt }) => ({
        organizationId,
        scorecardId,
        interviewId,
        memberId: author.id,
        submittedAt,
      })),
    );
  }
}

/** Keeps which file was brought in, when and by whom. */
export async function recordImport(
  ctx: Context,
  file: { sha256: string; openingId: string | null; rows: number; summary: Record<string, unknown> },
): Promise<string> {
  const id = newId();
  await ctx.tx.insert(imports).values({
    ...file,
    organizationId: ctx.organization.id,
    id,
    importedAt: ctx.now,
    importedBy: ctx.member.id,
  });
  return id;
}

/** One import at a time in an organisation: two at once would both find a candidate missing. */
export async function lockImports(ctx: Context): Promise<void> {
  await ctx.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`import ${ctx.organization.id}`}, 0))`,
  );
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
    yield rows.slice(from, from + ROWS_PER_STATEMENT);
}
