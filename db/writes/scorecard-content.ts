import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Change } from "@/lib/domain/changes";
import type { Context } from "../context";
import { beats, evidenceNotes, probesAsked, ratings, storyFacts, trapFlags } from "../schema/index";

type ContentTable = PgTable & { organizationId: PgColumn; scorecardId: PgColumn };

/**
 * Writes one change into the tables a scorecard is read from. The ledger already holds it; this is its projection.
 * Recommendation, confidence and a paper form's time live on the scorecard's own row and are written with its revision.
 */
export async function projectChange(
  ctx: Context,
  scorecardId: string,
  revision: number,
  change: Change,
): Promise<void> {
  const { tx } = ctx;
  const of = { organizationId: ctx.organization.id, scorecardId };
  const remove = (table: ContentTable, where: SQL) =>
    tx
      .delete(table)
      .where(and(eq(table.organizationId, of.organizationId), eq(table.scorecardId, scorecardId), where));

  switch (change.field) {
    case "rating": {
      const { dimension, value } = change;
      if (value === null) return void (await remove(ratings, eq(ratings.dimension, dimension)));
      const mark = value.state === "observed" ? value.mark : null;
      // Written out: this and a note are what nearly every save writes, and the builder costs more than the row.
      await tx.execute(sql`insert into ratings (organization_id, scorecard_id, dimension, mark)
        values (${of.organizationId}, ${scorecardId}, ${dimension}, ${mark})
        on conflict (organization_id, scorecard_id, dimension) do update set mark = excluded.mark`);
      return;
    }
    case "note": {
      const { noteId, value } = change;
      if (value === null) return void (await remove(evidenceNotes, eq(evidenceNotes.id, noteId)));
      await tx.execute(sql`
        insert into evidence_notes (organization_id, scorecard_id, id, position, dimension, body, at_ms)
        values (${of.organizationId}, ${scorecardId}, ${noteId}, ${revision}, ${value.dimension}, ${value.text}, ${value.atMs})
        on conflict (organization_id, scorecard_id, id)
          do update set dimension = excluded.dimension, body = excluded.body, at_ms = excluded.at_ms`);
      return;
    }
    case "trap": {
      const { trap, value } = change;
      if (value === null) return void (await remove(trapFlags, eq(trapFlags.trap, trap)));
      await tx
        .insert(trapFlags)
        .values({ ...of, trap, reason: value.reason })
        .onConflictDoUpdate({
          target: [trapFlags.organizationId, trapFlags.scorecardId, trapFlags.trap],
          set: { reason: value.reason },
        });
      return;
    }
    case "fact":
    case "measure": {
      const { fact } = change;
      if (change.value === null) return void (await remove(storyFacts, eq(storyFacts.fact, fact)));
      const value =
        change.field === "fact"
          ? { choice: change.value, amount: null, unit: null }
          : { choice: null, amount: change.value.amount, unit: change.value.unit };
      await tx
        .insert(storyFacts)
        .values({ ...of, fact, ...value })
        .onConflictDoUpdate({
          target: [storyFacts.organizationId, storyFacts.scorecardId, storyFacts.fact],
          set: value,
        });
      return;
    }
    case "timer": {
      const { id, kind, beat, at } = change.value;
      await tx
        .insert(beats)
        .values({ ...of, id, kind, beat, atMs: at })
        .onConflictDoNothing();
      return;
    }
    case "probe": {
      const { dimension } = change;
      if (change.value === null)
        return void (await remove(probesAsked, eq(probesAsked.dimension, dimension)));
      await tx
        .insert(probesAsked)
        .values({ ...of, dimension })
        .onConflictDoNothing();
      return;
    }
    case "recommendation":
    case "confidence":
    case "paper":
      return;
  }
}
