import type { Change } from "@/lib/domain/changes";
import type { Context } from "../context";
import { beats, evidenceNotes, probesAsked, ratings, storyFacts, trapFlags } from "../schema/index";

type Kind<F extends Change["field"]> = Extract<Change, { field: F }>;
type Values<T> = Omit<T, "organizationId" | "scorecardId">;

/**
 * What `projectChange` would write for a whole history at once, one statement a table instead of one a change.
 * Only for a scorecard that holds nothing yet; `changes` is its ledger from revision 1, no field touched twice.
 */
export async function fillScorecard(
  ctx: Context,
  scorecardId: string,
  changes: readonly Change[],
): Promise<void> {
  const { tx, organization } = ctx;
  const of = { organizationId: organization.id, scorecardId };
  const rows = rowsOf(changes);
  const own = <T extends object>(values: readonly T[]) => values.map((value) => ({ ...of, ...value }));
  if (rows.ratings.length > 0) await tx.insert(ratings).values(own(rows.ratings));
  if (rows.notes.length > 0) await tx.insert(evidenceNotes).values(own(rows.notes));
  if (rows.traps.length > 0) await tx.insert(trapFlags).values(own(rows.traps));
  if (rows.facts.length > 0) await tx.insert(storyFacts).values(own(rows.facts));
  if (rows.beats.length > 0) await tx.insert(beats).values(own(rows.beats));
  if (rows.probes.length > 0) await tx.insert(probesAsked).values(own(rows.probes));
}

function rowsOf(changes: readonly Change[]) {
  const revised = changes.map((change, n) => ({ change, revision: n + 1 }));
  const each = <F extends Change["field"], T>(
    field: F,
    row: (change: Kind<F>, revision: number) => Values<T> | null,
  ): Values<T>[] =>
    revised.flatMap(({ change, revision }) => {
      const made = change.field === field ? row(change as Kind<F>, revision) : null;
      return made === null ? [] : [made];
    });
  return {
    ratings: each<"rating", typeof ratings.$inferInsert>("rating", ({ dimension, value }) =>
      value ? { dimension, mark: value.state === "observed" ? value.mark : null } : null,
    ),
    notes: each<"note", typeof evidenceNotes.$inferInsert>("note", ({ noteId, value }, position) =>
      value ? { id: noteId, dimension: value.dimension, body: value.text, atMs: value.atMs, position } : null,
    ),
    traps: each<"trap", typeof trapFlags.$inferInsert>("trap", ({ trap, value }) =>
      value ? { trap, reason: value.reason } : null,
    ),
    facts: [
      ...each<"fact", typeof storyFacts.$inferInsert>("fact", ({ fact, value }) =>
        value === null ? null : { fact, choice: value, amount: null, unit: null },
      ),
      ...each<"measure", typeof storyFacts.$inferInsert>("measure", ({ fact, value }) =>
        value ? { fact, choice: null, amount: value.amount, unit: value.unit } : null,
      ),
    ],
    beats: each<"timer", typeof beats.$inferInsert>("timer", ({ value: { id, kind, beat, at } }) => ({
      id,
      kind,
      beat,
      atMs: at,
    })),
    probes: each<"probe", typeof probesAsked.$inferInsert>("probe", ({ dimension, value }) =>
      value === null ? null : { dimension },
    ),
  };
}
