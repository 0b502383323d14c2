import { ne, sql } from "drizzle-orm";
import { connect } from "../client";
import { withIdentity } from "../context";
import { organizations } from "../schema/index";
import { ORGANIZATION_ID } from "./people";

/**
 * Whether a database holds organisations besides the demo's. One-click sign-in must never be opened on one that does.
 * @param ownerUrl migrated or not
 */
export async function holdsOthers(ownerUrl: string): Promise<boolean> {
  const database = connect(ownerUrl, { max: 1 });
  try {
    const [table] = await database.execute<{ there: boolean }>(
      sql`select to_regclass('public.organizations') is not null as there`,
    );
    if (!table?.there) return false;
    const others = await withIdentity(database, (tx) =>
      tx
        .select({ id: organizations.id })
        .from(organizations)
        .where(ne(organizations.id, ORGANIZATION_ID))
        .limit(1),
    );
    return others.length > 0;
  } finally {
    await database.$client.end();
  }
}
