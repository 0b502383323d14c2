// The one file that must run before anything is installed: Node's own modules only, and no newer syntax than old
// Nodes can read, so that they can still say what is missing.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const OLDEST_NODE = [20, 9];

/**
 * Checks Node, installs what the lock file names where it is not there yet, then runs a TypeScript command.
 * @param {string} command a file of this folder
 * @param {[number, number]} oldest what the command needs of Node; the tests' own tools want a newer one
 */
export async function start(command, oldest = OLDEST_NODE) {
  checkNode(oldest);
  ensureInstalled();
  process.chdir(ROOT);
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(join(ROOT, "lib", "commands", command)).href);
}

function checkNode(oldest) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  leave(`Plumbline needs Node ${oldest.join(".")} or newer; this is Node ${process.versions.node}`);
}

function ensureInstalled() {
  if (isInstalled()) return;
  try {
    accessSync(ROOT, constants.W_OK);
  } catch (_error) {
    leave(`Cannot write to ${ROOT}: give yourself the right to, or run as its owner`);
  }
  const began = Date.now();
  console.log("Installing packages (about a minute the first time) ...");
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: "inherit" };
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (done.status !== 0) leave("npm ci did not finish: its own lines above say why");
  console.log(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s`);
}

/** Every package the lock file asks for on any machine is there, in the locked version. */
function isInstalled() {
  const kept = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(kept)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
  const here = JSON.parse(readFileSync(kept, "utf8")).packages;
  return Object.keys(wanted).every((path) => {
    const entry = wanted[path];
    if (path === "" || entry.optional || entry.devOptional || entry.extraneous) return true;
    return here[path] !== undefined && here[path].version === entry.version;
  });
}

function leave(line) {
  console.error(line);
  process.exit(1);
}
