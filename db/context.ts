import { sql } from "drizzle-orm";
import { Problem } from "@/lib/domain/errors";
import { mayCompare, type Role } from "@/lib/domain/roles";
import type { TokenScope } from "@/lib/domain/tokens";
import type { Database } from "./client";
import { openingWith } from "./driver/opening";
import { begunWithin, POOL_WAIT_MS } from "./driver/pool-wait";
import { sqlState } from "./driver/sql-state";

export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Who asks, for whom, when, and the one transaction it all happens in. Only this file makes one. */
export interface Context {
  tx: Transaction;
  organization: { id: string; name: string };
  member: { id: string; name: string; roles: readonly Role[] };
  now: Date;
  /** Statements that nobody waits for but the end of the transaction (`lastly`). */
  endings: Promise<unknown>[];
  /** The sign-in behind this call; absent for commands, and for programs with an API token. */
  session?: { id: string; userId: string };
  /** The API token behind this call, where a program makes it. */
  token?: { id: string; scope: TokenScope };
}

/** What a session token turned out to be. */
export type SessionOutcome<T> =
  | { state: "member"; result: T }
  /** Signed in, but a member of no organisation (or no longer). */
  | { state: "stranger"; userId: string }
  | { state: "signed-out" };

interface SessionRow extends Record<string, unknown> {
  session_id: string;
  user_id: string;
  organization_id: string | null;
  organization_name: string;
  member_id: string;
  member_name: string;
  roles: Role[];
}

/** Two writers met: PostgreSQL undid one of them, and doing it again is right. */
const TRY_AGAIN = new Set(["40001", "40P01"]);
const TRIES = 4;

/**
 * Runs `work` as the member behind a session token, in one transaction under row-level security.
 * @param tokenHash sha-256 of the session cookie, hex
 */
export async function withSession<T>(
  database: Database,
  tokenHash: string,
  work: (context: Context) => Promise<T>,
): Promise<SessionOutcome<T>> {
  if (!/^[0-9a-f]{64}$/.test(tokenHash)) throw new Error("A token hash is 64 hexadecimal digits");
  const opening = `select session_id, user_id, organization_id, organization_name, member_id, member_name, roles
    from open_session('${tokenHash}')`;
  return settled(() =>
    transactionOpenedBy<SessionRow, Settled<SessionOutcome<T>>>(database, opening, async (opened, [row]) => {
      if (!row) return { answer: { state: "signed-out" } };
      if (row.organization_id === null) return { answer: { state: "stranger", userId: row.user_id } };
      const done = await settle(work, {
        ...opened,
        organization: { id: row.organization_id, name: row.organization_name },
        member: { id: row.member_id, name: row.member_name, roles: row.roles },
        now: new Date(),
        session: { id: row.session_id, userId: row.user_id },
      });
      return "refusal" in done ? done : { answer: { state: "member", result: done.answer } };
    }),
  );
}

type Opened = Pick<Context, "tx" | "endings">;

/** The driver's transaction, over once its last statements have answered. */
async function ended<T>(
  transaction: (work: (tx: Transaction) => Promise<T>) => Promise<T>,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const endings: Promise<unknown>[] = [];
  const result = await transaction((tx) => work({ tx, endings }));
  // One that failed made a rollback of the commit behind it, and says why.
  await Promise.all(endings);
  return result;
}

/** Without an endless wait for a connection. */
function begun<T>(database: Database, work: (opened: Opened) => Promise<T>): Promise<T> {
  return ended(
    (inside) =>
      begunWithin(POOL_WAIT_MS, (started) =>
        database.transaction((tx) => {
          started();
          return inside(tx);
        }),
      ),
    work,
  );
}

/** A transaction that has the rows of its first statement when `work` begins. */
function transactionOpenedBy<Row extends Record<string, unknown>, T>(
  database: Database,
  opening: string,
  work: (opened: Opened, rows: Row[]) => Promise<T>,
): Promise<T> {
  return openingWith(opening, (rowsOf) => begun(database, (opened) => work(opened, rowsOf() as Row[])));
}

interface TokenRow extends Record<string, unknown> {
  token_id: string;
  scope: TokenScope;
  organization_name: string;
  member_id: string;
  member_name: string;
  roles: Role[];
}

/**
 * Runs `work` as the member behind an API token, like `withSession`. Null when the token is unknown, over or revoked.
 * @param token its organisation, and the sha-256 of the whole token, hex
 */
export async function withToken<T>(
  database: Database,
  token: { organizationId: string; hash: string },
  work: (context: Context, scope: TokenScope) => Promise<T>,
): Promise<{ result: T } | null> {
  return settled(() =>
    begun(database, async (opened): Promise<Settled<{ result: T } | null>> => {
      const [row] = await opened.tx.execute<TokenRow>(sql`
        select token_id, scope, organization_name, member_id, member_name, roles
        from open_token(${token.organizationId}::uuid, ${token.hash})`);
      if (!row) return { answer: null };
      const context = {
        ...opened,
        organization: { id: token.organizationId, name: row.organization_name },
        member: { id: row.member_id, name: row.member_name, roles: row.roles },
        now: new Date(),
        token: { id: row.token_id, scope: row.scope },
      };
      const done = await settle((ctx) => work(ctx, row.scope), context);
      return "refusal" in done ? done : { answer: { result: done.answer } };
    }),
  );
}

export interface Acting {
  organization: { id: string; name: string };
  member: { id: string; name: string; roles: readonly Role[] };
  now: Date;
}

/** Runs `work` inside one organisation as a given member: for commands and the seed, where there is no session. */
export async function withOrganization<T>(
  database: Database,
  acting: Acting,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  return settled(() =>
    ended(
      (inside) => database.transaction(inside),
      async (opened) => {
        const { organization, member } = acting;
        await opened.tx.execute(sql`select open_organization(${organization.id}::uuid, ${member.id}::uuid)`);
        return settle(work, { ...opened, ...acting });
      },
    ),
  );
}

interface MemberRow extends Record<string, unknown> {
  organization_name: string;
  member_name: string;
  roles: Role[];
}

/** Runs `work` as a member who asked for it a while ago: with the roles they have now. Null when they are gone. */
export async function withMember<T>(
  database: Database,
  { organizationId, memberId }: { organizationId: string; memberId: string },
  work: (context: Context) => Promise<T>,
): Promise<{ result: T } | null> {
  return settled(() =>
    begun(database, async (opened): Promise<Settled<{ result: T } | null>> => {
      await opened.tx.execute(sql`select open_organization(${organizationId}::uuid, ${memberId}::uuid)`);
      const [row] = await opened.tx.execute<MemberRow>(sql`
        select o.name as organization_name, m.name as member_name, m.roles from memberships m
        join organizations o on o.id = m.organization_id
        where m.organization_id = ${organizationId} and m.id = ${memberId} and m.deactivated_at is null`);
      if (!row) return { answer: null };
      const done = await settle(work, {
        ...opened,
        organization: { id: organizationId, name: row.organization_name },
        member: { id: memberId, name: row.member_name, roles: row.roles },
        now: new Date(),
      });
      return "refusal" in done ? done : { answer: { result: done.answer } };
    }),
  );
}

/** Runs `work` inside one organisation as nobody: for what the app does by itself, and sees no score. */
export async function withOrganizationItself<T>(
  database: Database,
  organizationId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return retried(() =>
    database.transaction(async (tx) => {
      await tx.execute(sql`select open_organization(${organizationId}::uuid, null)`);
      return work(tx);
    }),
  );
}

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

/** Runs `work` on the sign-on tables, which stand outside every organisation. */
export async function withIdentity<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return retried(() =>
    begun(database, async ({ tx }) => {
      await tx.execute(sql`select open_scope('identity')`);
      return work(tx);
    }),
  );
}

/** What a transaction ends with: its answer, or a refusal that is written down and therefore committed. */
type Settled<T> = { answer: T } | { refusal: Problem };

async function settle<T>(work: (context: Context) => Promise<T>, context: Context): Promise<Settled<T>> {
  try {
    return { answer: await work(context) };
  } catch (error) {
    if (error instanceof Problem && error.recorded) return { refusal: error };
    throw error;
  }
}

/** Refuses once the transaction is over, where the refusal is recorded in it. */
async function settled<T>(attempt: () => Promise<Settled<T>>): Promise<T> {
  const done = await retried(attempt);
  if ("refusal" in done) throw done.refusal;
  return done.answer;
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === TRIES || !TRY_AGAIN.has(sqlState(error) ?? "")) throw error;
    }
  }
}
