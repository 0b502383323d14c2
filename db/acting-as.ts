import { sql } from "drizzle-orm";
import { mayCompare } from "@/lib/domain/roles";
import type { Context, Transaction } from "./context";

/** The same transaction, as another member: an import writes each interviewer's card as that interviewer. */
export async function actAs(ctx: Context, member: Context["member"]): Promise<Context> {
  await ctx.tx.execute(sql`select open_organization(${ctx.organization.id}::uuid, ${member.id}::uuid)`);
  return { ...ctx, member };
}

/** The same transaction, for the length of `work` in another organisation, as who this very person is there. */
export async function inOrganization<T>(
  ctx: Context,
  there: Pick<Context, "organization" | "member">,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const open = ({ organization, member }: Pick<Context, "organization" | "member">) =>
    ctx.tx.execute(sql`select open_organization(${organization.id}::uuid, ${member.id}::uuid)`);
  await open(there);
  const result = await work({ ...ctx, ...there });
  await open(ctx);
  return result;
}

/**
 * The same transaction, reading for the length of `work` what somebody reads who may compare: for a person's own file.
 * The blind rule holds as ever: nothing of an interview that the member is still to score.
 */
export async function asComparer<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  await ctx.tx.execute(sql`select set_config('app.may_compare', 'true', true)`);
  const result = await work(ctx);
  await ctx.tx.execute(
    sql`select set_config('app.may_compare', ${String(mayCompare(ctx.member.roles))}, true)`,
  );
  return result;
}

/** The same transaction, on the sign-on tables for the length of `work`: one's own devices, and ending them. */
export async function asIdentity<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  await ctx.tx.execute(sql`select set_config('app.scope', 'identity', true)`);
  const result = await work(ctx.tx);
  await ctx.tx.execute(sql`select set_config('app.scope', 'organization', true)`);
  return result;
}
