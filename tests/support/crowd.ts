import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Database } from "@/db/client";
import { withOrganization } from "@/db/context";
import { createOpening } from "@/db/writes/interviewing";
import { actingAs } from "./opening";

/** An opening of so many candidates, "Person 00001" on, whom nobody has interviewed yet: rows made by the database. */
export async function layOutCrowd(database: Database, title: string, candidates: number): Promise<string> {
  const openingId = v7();
  await withOrganization(database, actingAs("rosa"), async (ctx) => {
    await createOpening(ctx, { id: openingId, title });
    const organization = ctx.organization.id;
    await ctx.tx.execute(sql`with people as (
        insert into candidates (organization_id, id, name)
        select ${organization}, gen_random_uuid(), 'Person ' || lpad(n::text, 5, '0')
        from generate_series(1, ${candidates}::int) n returning id)
      insert into applications (organization_id, id, opening_id, candidate_id)
      select ${organization}, gen_random_uuid(), ${openingId}, id from people`);
  });
  return openingId;
}
