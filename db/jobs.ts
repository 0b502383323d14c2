import PgBoss from "pg-boss";
import type postgres from "postgres";
import { connect } from "./client";
import { begunWithin, POOL_WAIT_MS } from "./driver/pool-wait";

/** The queue's own schema; the migration 0026 makes it, as the owner. */
export const QUEUE_SCHEMA = "jobs";
/** Sheets of more ratings than are fitted while somebody waits. */
const PANEL_SHEETS = "panel-sheets";
/** The only role that may touch the queue; it may touch nothing else. */
const QUEUE_ROLE = "plumbline_jobs";

const POLL_S = 2;
/** How often jobs are looked for whose instance was killed: they run again. */
const MAINTENANCE_S = 30;
/** One statement at a time is all a queue needs. */
const QUEUE_CONNECTIONS = 1;

/** Which snapshot to compute, and who asked: what they may not see, it does not hold. */
export interface SheetJob {
  organizationId: string;
  memberId: string;
  key: string;
}

export interface SheetWork {
  /** Computes it, or throws: then it is tried again, unless this was the last time. */
  run(job: SheetJob, last: boolean): Promise<void>;
  onError(error: unknown): void;
  pollSeconds?: number;
  maintenanceSeconds?: number;
}

/**
 * Takes sheets off the queue, one at a time, until stopped. Of several instances one gets each job; what one of them
 * had when it was killed comes again.
 */
export async function workOnSheets(url: string, work: SheetWork): Promise<{ stop(): Promise<void> }> {
  const { $client: client } = connect(url, { max: QUEUE_CONNECTIONS });
  const boss = new PgBoss({
    db: asQueueRole(client),
    schema: QUEUE_SCHEMA,
    // Its tables are made by the owner's migration; the app may make none.
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: work.maintenanceSeconds ?? MAINTENANCE_S,
  });
  boss.on("error", work.onError);
  await boss.start();
  await boss.work<SheetJob>(
    PANEL_SHEETS,
    { batchSize: 1, includeMetadata: true, pollingIntervalSeconds: work.pollSeconds ?? POLL_S },
    async ([job]) => {
      if (job) await work.run(job.data, job.retryCount >= job.retryLimit);
    },
  );
  return {
    stop: async () => {
      // What is under way goes back to the queue at once, for another instance.
      await boss.stop({ graceful: false });
      await client.end({ timeout: 1 });
    },
  };
}

/** pg-boss's way to the server: each statement in a transaction that has stepped down to the queue's role. */
function asQueueRole(client: postgres.Sql): PgBoss.Db {
  return {
    async executeSql(text, values = []) {
      const given = values.map(asParameter);
      const rows = await begunWithin(POOL_WAIT_MS, (started) =>
        client.begin(async (sql) => {
          started();
          await sql`select set_config('role', ${QUEUE_ROLE}, true)`;
          return sql.unsafe(withinTransaction(text), given);
        }),
      );
      return { rows: [...rows] };
    },
  };
}

/** As the driver under drizzle takes them: JSON comes to it as text. */
function asParameter(value: unknown) {
  if (value === undefined || value === null) return null;
  if (typeof value === "object" && !Array.isArray(value)) return JSON.stringify(value);
  return value as string | number | boolean | string[];
}

/** Its maintenance opens and ends a transaction by itself; here it already stands in one. */
function withinTransaction(text: string): string {
  return text.replace(/^\s*BEGIN;/, "").replace(/COMMIT;\s*$/, "");
}
