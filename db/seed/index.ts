import { eq, sql } from "drizzle-orm";
import { connect } from "../client";
import type { Context } from "../context";
import { organizations } from "../schema/index";
import { audit } from "../writes/audit";
import { createOpening } from "../writes/interviewing";
import { debriefSteps } from "./debriefs";
import { seedId } from "./ids";
import { as, openingSteps, type Step } from "./interviews";
import { ORGANIZATION_ID, seedPeople } from "./people";
import { practiceSteps } from "./practice";
import { DAY_MS } from "./when";
import { OPENINGS } from "./world/index";

/** The company began with Plumbline this long before the day of seeding. */
const BEGAN_DAYS_AGO = 84;
const OPENED_DAYS_AGO = 70;

/** A second command waits for the first to finish seeding; on a busy machine that takes longer than a verb may. */
const SEEDING_TIMEOUT = "2min";

/** Any number will do, as long as nothing else in this database locks it. */
const SEED_LOCK = 7_290_114;

/**
 * Writes the demo world through the app's own write functions, in one transaction: all of it or nothing.
 * A database that has it is left as it is, so that replaying changes no row and nobody's scoring is lost.
 * @param ownerUrl a migrated database, as its owner; @param options.today the moment the world is laid out around
 */
export async function seedDemo(ownerUrl: string, options: { today: Date }): Promise<void> {
  const database = connect(ownerUrl, { max: 1 });
  try {
    await database.transaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${SEEDING_TIMEOUT}, true)`);
      await tx.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
      await tx.execute(sql`select open_scope('identity')`);
      const present = await tx
        .select({ id: organizations.id })
        .from(organizations)
        .where(eq(organizations.id, ORGANIZATION_ID));
      if (present.length > 0) return;
      const before = (days: number) => new Date(options.today.getTime() - days * DAY_MS);
      const ctx = await seedPeople(tx, before(BEGAN_DAYS_AGO));
      await openingsOpened({ ...ctx, now: before(OPENED_DAYS_AGO) });
      await replay(ctx, options.today);
    });
  } finally {
    await database.$client.end();
  }
}

async function openingsOpened(ctx: Context): Promise<void> {
  const recruiter = await as(ctx, "rosa");
  for (const { title } of OPENINGS) {
    const subjectId = await createOpening(recruiter, { id: seedId("opening", title), title });
    await audit(recruiter, { action: "opening.create", subjectKind: "opening", subjectId });
  }
}

/** Everything after, in the order it happened: the audit chain reads as a history. */
async function replay(ctx: Context, today: Date): Promise<void> {
  const steps = [
    ...OPENINGS.flatMap((opening, place): Step[] =>
      openingSteps(opening, seedId("opening", opening.title), today, place),
    ),
    ...debriefSteps(today),
    ...practiceSteps(today),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const step of steps) await step.run({ ...ctx, now: step.at });
}
