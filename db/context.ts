import { sql } from "drizzle-orm";
import type { Role } from "@/lib/domain/roles";
import type { TokenScope } from "@/lib/domain/tokens";
import type { Database } from "./client";
import type { Rows } from "./driver/opening";
import { begun, ended, retried, type Settled, settle, settled, transactionOpenedBy } from "./transaction";

export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Who asks, for whom, when, and the one transaction it all happens in. Only this file makes one. */
export interface Context {
  tx: Transaction;
  organization: { id: string; name: string };
  member: { id: string; name: string; roles: readonly Role[] };
  now: Date;
  /** Statements that nobody waits for but the end of the transaction (`lastly`). */
  endings: Promise<unknown>[];
  /** What was asked together with whose session it is (`asked`); absent where nothing was. */
  ahead?: { statement: string; rows: Rows };
  /** The sign-in behind this call; absent for commands, and for programs with an API token. */
  session?: { id: string; userId: string };
  /** The API token behind this call, where a program makes it. */
  token?: { id: string; scope: TokenScope };
}

/** The rows of a statement without parameters: those that came with the session, where it was asked ahead. */
export async function asked<Row extends Record<string, unknown>>(
  { tx, ahead }: Context,
  statement: string,
): Promise<readonly Row[]> {
  const rows: Rows = ahead?.statement === statement ? ahead.rows : await tx.execute(sql.raw(statement));
  return rows as readonly Row[];
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

/**
 * Runs `work` as the member behind a session token, in one transaction under row-level security.
 * @param tokenHash sha-256 of the session cookie, hex
 * @param ahead a statement that `work` will begin with (`asked`): it runs as the member too, on the same way
 */
export async function withSession<T>(
  database: Database,
  tokenHash: string,
  work: (context: Context) => Promise<T>,
  ahead?: string,
): Promise<SessionOutcome<T>> {
  if (!/^[0-9a-f]{64}$/.test(tokenHash)) throw new Error("A token hash is 64 hexadecimal digits");
  const opening = `select session_id, user_id, organization_id, organization_name, member_id, member_name, roles
    from open_session('${tokenHash}')`;
  const statements = ahead === undefined ? [opening] : [opening, ahead];
  return settled(() =>
    transactionOpenedBy<Settled<SessionOutcome<T>>>(
      database,
      statements,
      async (opened, [found, rows = []]) => {
        const [row] = (found ?? []) as readonly SessionRow[];
        if (!row) return { answer: { state: "signed-out" } };
        if (row.organization_id === null) return { answer: { state: "stranger", userId: row.user_id } };
        const done = await settle(work, {
          ...opened,
          ...(ahead === undefined ? {} : { ahead: { statement: ahead, rows } }),
          organization: { id: row.organization_id, name: row.organization_name },
          member: { id: row.member_id, name: row.member_name, roles: row.roles },
          now: new Date(),
          session: { id: row.session_id, userId: row.user_id },
        });
        return "refusal" in done ? done : { answer: { state: "member", result: done.answer } };
      },
    ),
  );
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

/** Runs `work` on the sign-on tables, which stand outside every organisation. */
export async function withIdentity<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return retried(() =>
    begun(database, async ({ tx }) => {
      await tx.execute(sql`select open_scope('identity')`);
      return work(tx);
    }),
  );
}
