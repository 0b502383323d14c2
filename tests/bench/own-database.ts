import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Embedded, startEmbedded } from "@/db/embedded";
import { createEmptyDatabase } from "@/db/testing/database";

/**
 * An empty database for a bench, gone when it stops: in a new PostgreSQL with fsync on below `folder`, or, where
 * DATABASE_URL is set, beside the others of that server.
 */
export async function startOwnDatabase(folder: string): Promise<Embedded> {
  if (process.env.DATABASE_URL) {
    const { ownerUrl, drop } = await createEmptyDatabase(process.env.DATABASE_URL);
    return { url: ownerUrl, stop: drop };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // As root, PostgreSQL runs under another account, which must pass through.
  for (const each of [dirname(folder), folder]) chmodSync(each, 0o755);
  const server = await startEmbedded({ dataDir: join(folder, "postgres") });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
