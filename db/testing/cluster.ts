import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Embedded, startEmbedded } from "../embedded";

/** A PostgreSQL for one test run, gone without a trace afterwards. DATABASE_URL, where set, is used instead. */
export async function startTestCluster(): Promise<Embedded> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };

  const folder = mkdtempSync(join(tmpdir(), "plumbline-test-"));
  chmodSync(folder, 0o755); // Root's tests run PostgreSQL as another account, which must pass through.
  const server = await startEmbedded({ dataDir: join(folder, "postgres"), durable: false });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
