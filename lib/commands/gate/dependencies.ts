import { execFile } from "node:child_process";
import { z } from "zod";
import { ROOT } from "../command";
import type { Tally } from "./run";

/** A registry without the endpoint may never answer. */
const ANSWER_WITHIN_MS = 30_000;

const AuditReport = z.object({
  metadata: z.object({ vulnerabilities: z.object({ high: z.int(), critical: z.int() }) }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});

/** A known hole of severity high or above in what is shipped fails the gate. No answer is never "clean". */
export async function dependencies(): Promise<Tally> {
  return verdictOf(await npmAudit());
}

/** @param output what `npm audit --json` printed, whether or not it succeeded */
export function verdictOf(output: string): Tally {
  const report = AuditReport.safeParse(parse(output));
  if (!report.success)
    return { passed: 0, failed: 0, skipped: 1, note: "not checked: this registry answers no audit" };
  const { metadata, vulnerabilities } = report.data;
  const { high, critical } = metadata.vulnerabilities;
  if (high + critical === 0) return { passed: 1, failed: 0 };
  const named = Object.entries(vulnerabilities).filter(([, { severity }]) => /high|critical/.test(severity));
  return { passed: 0, failed: high + critical, note: named.map(([name]) => name).join(", ") };
}

function npmAudit(): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, timeout: ANSWER_WITHIN_MS, shell: process.platform === "win32" };
    // It ends with an error both when there are holes and when nobody answers; what it printed tells them apart.
    execFile("npm", ["audit", "--omit=dev", "--json"], options, (_, stdout) => resolve(stdout));
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
