import postgres from "postgres";
import type { RunningWorld } from "../e2e/world";

/** What stands in the database about one scorecard, read by a connection the app knows nothing of. */
export async function ledgerOf(
  world: RunningWorld,
  scorecardId: string,
): Promise<{
  operations: number;
  sequences: number[];
  submissions: number;
  ratings: Record<string, number>;
}> {
  const sql = postgres(world.ownerUrl, { max: 1 });
  try {
    const operations = await sql<{ client_seq: number }[]>`
      select client_seq from operations where scorecard_id = ${scorecardId} order by client_id, client_seq`;
    const submissions = await sql`select 1 from submissions where scorecard_id = ${scorecardId}`;
    const ratings = await sql<{ dimension: string; mark: number }[]>`
      select dimension, mark from ratings where scorecard_id = ${scorecardId} and mark is not null`;
    return {
      operations: operations.length,
      sequences: operations.map((row) => Number(row.client_seq)),
      submissions: submissions.length,
      ratings: Object.fromEntries(ratings.map((row) => [row.dimension, Number(row.mark)])),
    };
  } finally {
    await sql.end();
  }
}
