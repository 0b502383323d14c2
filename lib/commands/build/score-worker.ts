import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../command";

/** Puts the thread that reads a file of scores beside the standalone server, in one file. */
export async function buildScoreWorker(dist: string): Promise<void> {
  await build({
    entryPoints: [join(ROOT, "lib", "services", "score-files", "score-worker.ts")],
    outfile: join(dist, "standalone", "score-worker.cjs"),
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "warning",
  });
}
