import { join } from "node:path";
import postgres from "postgres";
import { openRuntimeLogin } from "@/db/login";
import { migrate } from "@/db/migrate";
import { createEmptyDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { ensureBuilt } from "@/lib/commands/build/build";
import { ROOT } from "@/lib/commands/command";
import { SHARE_AS_SHIPPED, serveProduct } from "../support/server";
import { startBareApp } from "./bare-app";
import { startOwnDatabase } from "./own-database";

/** On the disk of the checkout, not in a folder that may be memory: a save must really reach it. */
const FOLDER = join(ROOT, ".cache", "bench", "database");

/** What a run stands on, said in its report. */
export interface Durability {
  postgres: string;
  fsync: string;
  synchronousCommit: string;
}

/** Both apps in front of the same PostgreSQL. */
export interface Stand {
  world: World;
  ours: string;
  bare: string;
  durability: Durability;
}

/**
 * A new PostgreSQL with fsync on, the product and the bare app; all gone again when `work` ends.
 * @param furnish runs before the product starts, with the world that `work` then finds
 * @param processes of either app, behind one port
 */
export async function withStand<T, House>(
  say: (line: string) => void,
  furnish: (world: World) => Promise<House>,
  work: (stand: Stand, house: House) => Promise<T>,
  processes = 1,
): Promise<T> {
  await ensureBuilt(say);
  const server = await startOwnDatabase(FOLDER);
  const forBare = await createEmptyDatabase(server.url);
  try {
    await migrate(server.url);
    const runtimeUrl = await openRuntimeLogin(server.url);
    const durability = await durabilityOf(server.url);
    const world = await layOutWorld(runtimeUrl);
    const house = await furnish(world);
    const product = await serveProduct(runtimeUrl, "bench", {
      ...SHARE_AS_SHIPPED,
      WEB_CONCURRENCY: String(processes),
    });
    const bare = await startBareApp(await layOutBare(forBare.ownerUrl), processes);
    const stand = { world, ours: product.address, bare: `http://127.0.0.1:${bare.port}`, durability };
    try {
      return await work(stand, house);
    } finally {
      await bare.stop();
      await product.stop();
      await world.end();
    }
  } finally {
    await forBare.drop();
    await server.stop();
  }
}

/** A database of the bare app's own: ours refuses to serve beside a table without row-level security. */
async function layOutBare(ownerUrl: string): Promise<string> {
  await asOwner(
    ownerUrl,
    (owner) =>
      owner`create table bare_rows (id bigint generated always as identity primary key, body jsonb not null)`,
  );
  return ownerUrl;
}

/** What the server says it does with a commit. */
export async function durabilityOf(ownerUrl: string): Promise<Durability> {
  const [row] = await asOwner(
    ownerUrl,
    (owner) => owner<Durability[]>`
      select current_setting('server_version') as postgres, current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as "synchronousCommit"`,
  );
  if (row?.fsync !== "on") throw new Error("The bench is for a server with fsync on");
  return row;
}

async function asOwner<T>(url: string, work: (owner: postgres.Sql) => Promise<T>): Promise<T> {
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
