import type postgres from "postgres";
import { openOwner } from "@/db/testing/database";
import type { Stage } from "./stage";

/** Runs statements behind the app's back, as the owner of the records in use. */
export async function asOwner<T>(
  { records }: Pick<Stage, "records">,
  work: (owner: postgres.Sql) => Promise<T>,
): Promise<T> {
  const owner = openOwner(records);
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Ends the app's connections from outside, as an administrator would. */
export function endConnections(stage: Stage) {
  return asOwner(
    stage,
    (owner) =>
      owner`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'plumbline_login'`,
  );
}
