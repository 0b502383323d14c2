import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { derivedRuntimeUrl, openRuntimeLogin } from "../login";
import { migrate } from "../migrate";

/** How a test finds the run's cluster and template: set by the global setup, inherited by its workers. */
const TEMPLATE_URL = "PLUMBLINE_TEST_TEMPLATE_URL";

export interface TestDatabase {
  /** For rows a test lays out and facts it checks behind the app's back. */
  ownerUrl: string;
  /** What the app itself is given: row-level security binds it. */
  url: string;
  drop(): Promise<void>;
}

/**
 * Migrates a template database that every test database of this run is a copy of.
 * @param fill puts more into the template than the bare tables, such as the demo world
 */
export async function prepareTemplate(
  clusterUrl: string,
  fill: (ownerUrl: string) => Promise<void> = async () => {},
): Promise<TestDatabase> {
  const template = await createDatabase(clusterUrl, null);
  await migrate(template.ownerUrl);
  await openRuntimeLogin(template.ownerUrl);
  await fill(template.ownerUrl);
  process.env[TEMPLATE_URL] = template.ownerUrl;
  return template;
}

/** A migrated database of a test's own, some 50 ms after asking. */
export function createTestDatabase(): Promise<TestDatabase> {
  const template = process.env[TEMPLATE_URL];
  if (!template) throw new Error("No test template: run this through vitest's or Playwright's global setup");
  return createDatabase(template, new URL(template).pathname.slice(1));
}

/** A database with nothing in it, on the server of `serverUrl`. */
export function createEmptyDatabase(serverUrl: string): Promise<TestDatabase> {
  return createDatabase(serverUrl, null);
}

export type Owner = postgres.Sql;

/** The owner's own connection to it, for facts that a test lays out or checks behind the app's back. End it yourself. */
export function openOwner({ ownerUrl }: Pick<TestDatabase, "ownerUrl">): Owner {
  return postgres(ownerUrl, { max: 1, onnotice: () => {} });
}

/** The same rows once more. Nobody may be connected to the original meanwhile. */
export function copyDatabase(original: TestDatabase): Promise<TestDatabase> {
  return createDatabase(original.ownerUrl, new URL(original.ownerUrl).pathname.slice(1));
}

async function createDatabase(serverUrl: string, template: string | null): Promise<TestDatabase> {
  const name = `plumbline_test_${randomBytes(6).toString("hex")}`;
  await administer(serverUrl, (sql) =>
    template === null
      ? sql`create database ${sql(name)}`
      : sql`create database ${sql(name)} template ${sql(template)}`,
  );
  const ownerUrl = withDatabase(serverUrl, name);
  return {
    ownerUrl,
    url: derivedRuntimeUrl(ownerUrl),
    drop: () => administer(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  };
}

/** Databases are made and dropped from `postgres`: a template must have no one connected to it. */
async function administer(
  serverUrl: string,
  statement: (sql: postgres.Sql) => Promise<unknown>,
): Promise<void> {
  const sql = postgres(withDatabase(serverUrl, "postgres"), { max: 1, onnotice: () => {} });
  try {
    await statement(sql);
  } finally {
    await sql.end();
  }
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
