import { asc } from "drizzle-orm";
import type { Transaction } from "../context";
import { organizations } from "../schema/index";

/** Every organisation of the deployment; only the sign-on scope sees them all. */
export async function listOrganizationIds(tx: Transaction): Promise<string[]> {
  const rows = await tx.select({ id: organizations.id }).from(organizations).orderBy(asc(organizations.id));
  return rows.map(({ id }) => id);
}

/** The same with their names, which two may share. */
export async function listOrganizations(tx: Transaction): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .orderBy(asc(organizations.id));
}
