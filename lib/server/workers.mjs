// How the server runs: as one process, or as several that share its port (WEB_CONCURRENCY). One process answers on one
// core; what they have in common is in PostgreSQL alone. The build puts this beside the standalone server.
import cluster from "node:cluster";
import { once } from "node:events";
import { createServer } from "node:net";

const MOST = 64;
/** One that ends by itself sooner than this did not start: the others would not either. */
const STARTED_AFTER_MS = 5_000;

const count = Number(process.env.WEB_CONCURRENCY || 1);
if (!Number.isInteger(count) || count < 1 || count > MOST) {
  process.stderr.write(`Plumbline cannot start: WEB_CONCURRENCY is a number of processes, 1 to ${MOST}\n`);
  process.exit(1);
}

// A second process of one that serves (lib/server/fair/lanes): it answers that one alone, and ends with it.
if (process.env.PLUMBLINE_LANE) {
  process.once("disconnect", () => process.exit(0));
  Object.assign(process.env, { HOSTNAME: "127.0.0.1", PORT: String(await freePort()) });
}
if (count > 1 && cluster.isPrimary) keepRunning();
else await import(new URL("./server.js", import.meta.url).href);

/** Starts the processes, puts another in the place of one that dies, and ends when they have ended. */
function keepRunning() {
  let stopping = false;
  let failed = 0;
  const fork = () => {
    const began = Date.now();
    cluster.fork().once("exit", (code, signal) => {
      if (!stopping && (signal || Date.now() - began >= STARTED_AFTER_MS)) {
        process.stderr.write(`Plumbline: a process ended (${signal ?? code}); another takes its place\n`);
        return fork();
      }
      if (!stopping) {
        failed = code || 1;
        stop();
      }
      if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(failed);
    });
  };
  const stop = () => {
    stopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM");
  };
  for (let started = 0; started < count; started += 1) fork();
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}
