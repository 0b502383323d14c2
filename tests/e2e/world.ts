import { randomBytes } from "node:crypto";
import { connect, type Database } from "@/db/client";
import { withIdentity } from "@/db/context";
import { freePort } from "@/db/embedded/port";
import { type CastMember, listCast } from "@/db/queries/cast";
import { createTestDatabase } from "@/db/testing/database";
import { createSession } from "@/db/writes/sessions";
import { serve } from "@/lib/commands/serve";

const SESSION_MS = 3_600_000;

/** A worker's own demo world: a database copied from the template and a production server in front of it. */
export interface RunningWorld {
  /** Where the browser goes. */
  address: string;
  /** The app's own connection: row-level security binds it. */
  database: Database;
  ownerUrl: string;
  /** A session written straight into the database, as signing in would; the answer is the cookie's value. */
  startSession(firstName: string): Promise<string>;
  castMember(firstName: string): Promise<CastMember>;
  end(): Promise<void>;
}

export interface WorldOptions {
  /** Variables for the server, given the address it will have. */
  env?: (address: string) => Promise<Record<string, string>>;
}

export async function startWorld(logFile: string, options: WorldOptions = {}): Promise<RunningWorld> {
  const records = await createTestDatabase();
  const port = await freePort(null);
  const extra = (await options.env?.(`http://localhost:${port}`)) ?? {};
  const served = await serve({
    port,
    host: "localhost",
    logFile,
    env: {
      ...process.env,
      DATABASE_URL: records.url,
      AUTH_SECRET: randomBytes(32).toString("base64url"),
      AUTH_URL: `http://localhost:${port}`,
      PLUMBLINE_DEMO: new URL(records.url).pathname.slice(1),
      ...extra,
    },
  });
  const database = connect(records.url, { max: 2 });

  const castMember = async (firstName: string): Promise<CastMember> => {
    const cast = await withIdentity(database, listCast);
    const named = cast.filter(({ name }) => name.split(" ")[0]?.toLowerCase() === firstName.toLowerCase());
    const [member] = named;
    if (!member || named.length > 1)
      throw new Error(
        `${named.length} people of the demo cast are called ${firstName}: ${cast.map(({ name }) => name).join(", ")}`,
      );
    return member;
  };
  return {
    address: served.address,
    database,
    ownerUrl: records.ownerUrl,
    castMember,
    startSession: async (firstName) => {
      const { userId, organization } = await castMember(firstName);
      if (userId === null) throw new Error(`${firstName} has no account to sign in with`);
      const expires = new Date(Date.now() + SESSION_MS);
      return withIdentity(database, (tx) =>
        createSession(tx, { userId, organizationId: organization.id, expires }),
      );
    },
    end: async () => {
      await database.$client.end();
      await served.stop();
      await records.drop();
    },
  };
}
