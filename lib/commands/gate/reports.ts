import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ROOT } from "../command";
import { runTool, type Tally } from "./run";

const VITEST = "node_modules/vitest/vitest.mjs";
const PLAYWRIGHT = "node_modules/playwright/cli.js";

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Runs a vitest project, or the part of it below `folders`, and counts its tests out of its own report. */
export async function vitest(
  project: string,
  options: { folders?: readonly string[]; env?: Record<string, string> } = {},
): Promise<Tally> {
  const report = freshReport(`vitest-${project}`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", "--project", project, ...reporters, ...(options.folders ?? [])];
  const code = await runTool(VITEST, args, options.env ? { env: options.env } : {});
  return tally(code, report, (json) => {
    const { numPassedTests, numFailedTests, numPendingTests } = VitestReport.parse(json);
    return { passed: numPassedTests, failed: numFailedTests, ...skippedNote(numPendingTests) };
  });
}

/** Runs the browser journeys. A journey that only passed on a second try is a failure. */
export async function playwright(env: Record<string, string>): Promise<Tally> {
  const report = freshReport("playwright");
  const code = await runTool(PLAYWRIGHT, ["test", "-c", "tests/playwright.config.ts"], {
    env: { ...env, PLUMBLINE_REPORT: report },
  });
  return tally(code, report, (json) => {
    const { expected, unexpected, flaky, skipped } = PlaywrightReport.parse(json).stats;
    return { passed: expected, failed: unexpected + flaky, ...skippedNote(skipped) };
  });
}

/** What could not be checked here is said, never counted. */
function skippedNote(skipped: number): { skipped?: number; note?: string } {
  return skipped > 0 ? { skipped, note: `${skipped} not run here` } : {};
}

/** A report that is missing, empty or at odds with the exit code is a failure, never a quiet pass. */
function tally(code: number, report: string, read: (json: unknown) => Tally): Tally {
  if (!existsSync(report)) return { passed: 0, failed: 1, note: "it left no report" };
  const counted = read(JSON.parse(readFileSync(report, "utf8")));
  if (counted.passed + counted.failed === 0) return { passed: 0, failed: 1, note: "no test ran" };
  if (code !== 0 && counted.failed === 0)
    return { ...counted, failed: 1, note: `it ended with code ${code}` };
  return counted;
}

function freshReport(name: string): string {
  const file = join(ROOT, ".cache", "reports", `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}
