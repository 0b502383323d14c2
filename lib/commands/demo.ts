import { join } from "node:path";
import type { CastMember } from "../../db/queries/cast";
import { ensureBuilt } from "./build/build";
import { dataFolder, openDatabase, runCommand } from "./command";
import { layOutDemo } from "./demo/records";
import { demoSecret } from "./demo/secret";
import { requireFreePort, serve, wishedHost, wishedPort } from "./serve";

/** npm run demo: from a fresh clone to a running product. Ctrl-C stops everything in order. */
await runCommand(async () => {
  const [port, host, folder] = [wishedPort(), wishedHost(), dataFolder()];
  await requireFreePort(port, host);
  const interrupted = untilInterrupted();

  const database = await openDatabase();
  try {
    const { url, cast } = await layOutDemo(database.url, new Date());
    say(
      process.env.DATABASE_URL
        ? "Database: the server of DATABASE_URL"
        : "Database: our own PostgreSQL, in .data",
    );
    const built = await Promise.race([ensureBuilt(say), interrupted]);
    if (typeof built === "number") return built;
    if (built) say("Built");

    const env = {
      ...process.env,
      DATABASE_URL: url,
      AUTH_SECRET: process.env.AUTH_SECRET ?? demoSecret(folder),
      AUTH_URL: process.env.AUTH_URL ?? `http://localhost:${port}`,
      PLUMBLINE_DEMO: new URL(url).pathname.slice(1),
    };
    const served = await serve({ port, host, env, logFile: join(folder, "server.log") });
    try {
      say(`Ready: ${served.address}`);
      introduce(served.address, cast);
      const code = await Promise.race([served.ended, interrupted]);
      say(code === 0 ? "Stopping ..." : `The server ended by itself: see ${join(folder, "server.log")}`);
      return code;
    } finally {
      await served.stop();
    }
  } finally {
    await database.stop();
  }
});

function introduce(address: string, cast: readonly CastMember[]): void {
  console.log(`\nOpen ${address}/sign-in and click a name; there is no password.\n`);
  const width = Math.max(...cast.map(({ name }) => name.length));
  for (const { name, roles } of cast) console.log(`  ${name.padEnd(width)}  ${roles.join(", ")}`);
  console.log("\nCtrl-C stops everything; what you did stays.\n");
}

function say(line: string): void {
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(5)} s  ${line}`);
}

/** Asked to stop once, everything ends in order; npm passes the same Ctrl-C on a second time, which changes nothing. */
function untilInterrupted(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve(0));
  });
}
