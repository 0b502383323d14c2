import { existsSync } from "node:fs";
import { join } from "node:path";
import { systemBins } from "../../../db/embedded/binaries";
import { ensureBuilt } from "../build/build";
import { dependencies } from "./dependencies";
import { playwright, vitest } from "./reports";
import { runTool, type Tally, tool } from "./run";

export interface Step {
  name: string;
  /** Part of `npm run check`: seconds, and neither database nor browser. */
  quick: boolean;
  run(browser: Record<string, string>): Promise<Tally>;
}

const NEXT = "node_modules/next/dist/bin/next";
const NO_CASES = 2;

/** The gate, in the order in which a fault is cheapest to find. */
export const STEPS: readonly Step[] = [
  {
    name: "format and lint",
    quick: true,
    run: () => tool("node_modules/@biomejs/biome/bin/biome", "check", "."),
  },
  { name: "types", quick: true, run: types },
  { name: "known holes in dependencies", quick: false, run: dependencies },
  { name: "architecture", quick: true, run: () => vitest("architecture") },
  { name: "rules, numbers and screens", quick: true, run: () => vitest("pure") },
  { name: "the browser's side", quick: false, run: () => vitest("client") },
  { name: "records and verbs", quick: false, run: () => vitest("records") },
  { name: "records on this system's PostgreSQL", quick: false, run: otherPostgres },
  { name: "demo world replayed twice, invariants", quick: false, run: () => vitest("world") },
  { name: "reference figures", quick: false, run: reference },
  { name: "production build", quick: false, run: build },
  { name: "commands", quick: false, run: () => vitest("commands") },
  { name: "attacks", quick: false, run: () => vitest("access") },
  { name: "faults and crowds", quick: false, run: () => vitest("faults") },
  { name: "browser journeys", quick: false, run: playwright },
];

/** Routes are typed by Next from the folders of app/: a deleted one must be forgotten before types are checked. */
async function types(): Promise<Tally> {
  const routes = await tool(NEXT, "typegen");
  if (routes.failed > 0) return routes;
  return tool("node_modules/typescript/bin/tsc", "--noEmit", "--incremental", "false");
}

/** The SQL is written for 15 and later: where the system has a PostgreSQL of its own, the records are tried on it too. */
async function otherPostgres(): Promise<Tally> {
  const bin = process.env.DATABASE_URL
    ? undefined
    : systemBins().find((folder) => existsSync(join(folder, "initdb")));
  if (!bin) return { passed: 0, failed: 0, skipped: 1, note: "not run: no other PostgreSQL here" };
  const folders = ["db/", "tests/access/"];
  return { ...(await vitest("records", { folders, env: { PLUMBLINE_POSTGRES_BIN: bin } })), note: bin };
}

/** The cases are another program's figures and lie outside the checkout; without them the step says so. */
async function reference(): Promise<Tally> {
  const counted = { passed: 0, failed: 0 };
  const code = await runTool("node_modules/tsx/dist/cli.mjs", ["lib/commands/reference.ts"], {
    onLine: (line) => {
      if (line.startsWith("pass  ")) counted.passed += 1;
      if (line.startsWith("FAIL  ")) counted.failed += 1;
    },
  });
  if (code === NO_CASES)
    return {
      passed: 0,
      failed: 0,
      skipped: 1,
      note: "not checked: no reference cases here (PLUMBLINE_CASES)",
    };
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

async function build(): Promise<Tally> {
  const built = await ensureBuilt(console.log);
  return { passed: 0, failed: 0, note: built ? "built" : "nothing changed since the last build" };
}
