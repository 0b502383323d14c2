import { spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../domain/errors";
import { ROOT } from "../command";
import { sourceFingerprint } from "./fingerprint";
import { buildScoreWorker } from "./score-worker";
import { buildServiceWorker } from "./service-worker";

const DIST = join(ROOT, ".next");
/** As much of the sources' hash as tells two builds apart. */
const BUILD_ID_CHARACTERS = 16;
/** Names the sources this build was made from; written last, so that a half-made build is never taken for one. */
const STAMP = join(DIST, "plumbline-build");
/** What is started: the standalone server, in as many processes as WEB_CONCURRENCY says. */
export const STANDALONE_SERVER = join(DIST, "standalone", "workers.mjs");

/** Builds for production, but only when something changed since the last build. Returns whether it had to. */
export async function ensureBuilt(say: (line: string) => void): Promise<boolean> {
  const fingerprint = sourceFingerprint();
  if (existsSync(STANDALONE_SERVER) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint)
    return false;

  say("Building for production (about a minute) ...");
  rmSync(STAMP, { force: true });
  const buildId = fingerprint.slice(0, BUILD_ID_CHARACTERS);
  await nextBuild(buildId);
  copyServedFiles();
  await buildServiceWorker(DIST, buildId);
  await buildScoreWorker(DIST);
  writeFileSync(STAMP, fingerprint);
  return true;
}

function nextBuild(buildId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = join(ROOT, "node_modules", "next", "dist", "bin", "next");
    const child = spawn(process.execPath, [next, "build"], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PLUMBLINE_BUILD: buildId },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk;
      });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else
        reject(new Problem("INTERNAL", `${said}\nThe production build failed: its own lines above say why`));
    });
  });
}

/** The standalone server serves these itself, but the build does not put them beside it. */
function copyServedFiles(): void {
  const standalone = join(DIST, "standalone");
  cpSync(join(DIST, "static"), join(standalone, ".next", "static"), { recursive: true });
  cpSync(join(ROOT, "lib", "server", "workers.mjs"), STANDALONE_SERVER);
  const publicFolder = join(ROOT, "public");
  if (existsSync(publicFolder)) cpSync(publicFolder, join(standalone, "public"), { recursive: true });
}
