import { and, eq } from "drizzle-orm";
import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";
import type { Database } from "./client";
import { type Transaction, withIdentity } from "./context";
import { newId } from "./ids";
import { accounts, sessions, users, verificationTokens } from "./schema/index";
import { endSessionByHash, hashToken, notLeftAlone, startSession } from "./writes/sessions";

interface Kept {
  device: string | null;
  idleHours: number;
  /** Hears the hash of a session that is about to end, while it still stands. */
  beforeEnd(tokenHash: string): Promise<void>;
}

/**
 * next-auth's tables in our own database. Our own rather than @auth/drizzle-adapter, because each call must open a
 * transaction in the identity scope, session tokens are kept as hashes, and an account is known by its issuer.
 * @param issuerOf the issuer behind next-auth's provider id
 * @param kept what a session that starts now is to remember, and who hears of one that ends
 */
export function authAdapter(
  database: () => Database,
  issuerOf: (provider: string) => string,
  { beforeEnd, ...kept }: Kept,
): Adapter {
  const run = <T>(work: (tx: Transaction) => Promise<T>) => withIdentity(database(), work);
  return {
    createUser: (user) =>
      run(async (tx) => {
        // Only an address that was proved comes this far; a provider may also name none.
        const email = (user.email as string | null | undefined)?.toLowerCase() ?? null;
        const emailVerified = email === null ? null : new Date();
        const row = { id: newId(), name: user.name ?? null, email, emailVerified, image: null };
        await tx.insert(users).values(row);
        return { ...row, email: email ?? "" };
      }),
    getUser: (id) => run(async (tx) => asUser((await tx.select().from(users).where(eq(users.id, id)))[0])),
    getUserByEmail: (email) =>
      run(async (tx) =>
        asUser((await tx.select().from(users).where(eq(users.email, email.toLowerCase())))[0]),
      ),
    getUserByAccount: ({ provider, providerAccountId }) =>
      run(async (tx) => {
        const [row] = await tx
          .select({ user: users })
          .from(accounts)
          .innerJoin(users, eq(users.id, accounts.userId))
          .where(and(eq(accounts.issuer, issuerOf(provider)), eq(accounts.subject, providerAccountId)));
        return asUser(row?.user);
      }),
    updateUser: ({ id, name, emailVerified }) =>
      run(async (tx) => {
        const set = {
          ...(name === undefined ? {} : { name }),
          ...(emailVerified === undefined ? {} : { emailVerified }),
        };
        const [row] = await tx.update(users).set(set).where(eq(users.id, id)).returning();
        const user = asUser(row);
        if (!user) throw new Error("The user to change does not exist");
        return user;
      }),
    // The provider's own tokens are not kept: nothing here calls it again.
    linkAccount: ({ provider, providerAccountId, userId, type }) =>
      run(async (tx) => {
        await tx
          .insert(accounts)
          .values({ issuer: issuerOf(provider), subject: providerAccountId, userId, type });
      }),
    createSession: (session) =>
      run(async (tx) => {
        const { userId, expires } = session;
        await startSession(tx, session.sessionToken, { userId, organizationId: null, expires, ...kept });
        return session;
      }),
    getSessionAndUser: (sessionToken) =>
      run(async (tx) => {
        const [row] = await tx
          .select({ user: users, session: sessions })
          .from(sessions)
          .innerJoin(users, eq(users.id, sessions.userId))
          .where(and(eq(sessions.tokenHash, hashToken(sessionToken)), notLeftAlone));
        const user = asUser(row?.user);
        return row && user ? { user, session: asSession(sessionToken, row.session) } : null;
      }),
    // next-auth would move the end on and on; ours is for good.
    updateSession: ({ sessionToken }) =>
      run(async (tx) => {
        const [row] = await tx
          .select()
          .from(sessions)
          .where(eq(sessions.tokenHash, hashToken(sessionToken)));
        return row ? asSession(sessionToken, row) : null;
      }),
    deleteSession: async (sessionToken) => {
      await beforeEnd(hashToken(sessionToken));
      await run((tx) => endSessionByHash(tx, hashToken(sessionToken)));
    },
    createVerificationToken: (token) =>
      run(async (tx) => {
        await tx.insert(verificationTokens).values(token);
        return token;
      }),
    useVerificationToken: ({ identifier, token }) =>
      run(async (tx) => {
        const [row] = await tx
          .delete(verificationTokens)
          .where(and(eq(verificationTokens.identifier, identifier), eq(verificationTokens.token, token)))
          .returning();
        return row ?? null;
      }),
  };
}

/** next-auth asks for an address on every user; ours may lack one when the provider names none. */
function asUser(row: typeof users.$inferSelect | undefined): AdapterUser | null {
  if (!row) return null;
  const { id, name, email, emailVerified, image } = row;
  return { id, name, email: email ?? "", emailVerified, image };
}

function asSession(sessionToken: string, row: typeof sessions.$inferSelect): AdapterSession {
  return { sessionToken, userId: row.userId, expires: row.expires };
}
