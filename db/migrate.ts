import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** The login role of the running app; `plumbline_app` is what each of its transactions steps down to. */
export const RUNTIME_LOGIN = "plumbline_login";

/** Any number will do, as long as every instance that migrates asks for the same one. */
const MIGRATION_LOCK = 7_305_611;

const FOLDER = process.env.PLUMBLINE_MIGRATIONS ?? fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings a database to the newest schema, as its owner. Safe to run at every start and from several instances.
 * @param ownerUrl a role that may create roles and owns (or may create in) the schema `public`
 */
export async function migrate(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(drizzle({ client }), { migrationsFolder: FOLDER });
  });
}

/** Gives the app's login role its password. Only letters, digits, `-` and `_`: it goes into a URL as it is. */
export async function ensureLogin(ownerUrl: string, password: string): Promise<void> {
  if (!/^[\w-]{16,}$/.test(password))
    throw new Error("The runtime password needs 16 or more letters and digits");
  await asOwner(ownerUrl, (client) =>
    client.unsafe(`alter role ${RUNTIME_LOGIN} login password '${password}'`),
  );
}

/** The same server and database, signed in to as the app. */
export function runtimeUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = RUNTIME_LOGIN;
  url.password = password;
  return url.toString();
}

async function asOwner(ownerUrl: string, work: (client: postgres.Sql) => Promise<unknown>): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await work(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
