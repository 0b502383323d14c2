import { spawn } from "node:child_process";
import { ROOT } from "../command";

/** What a step found. A tool without tests of its own counts only when it fails. */
export interface Tally {
  passed: number;
  failed: number;
  /** What could not be checked here: counted in the closing line, so that nobody takes it for passed. */
  skipped?: number;
  /** Said beside the verdict, such as why a step could not be run here. */
  note?: string;
}

/** Runs one of the installed tools with its words going straight to the screen; each line also goes to `onLine`. */
export function runTool(
  script: string,
  args: readonly string[],
  options: { env?: Record<string, string>; onLine?: (line: string) => void } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { env, onLine } = options;
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", onLine ? "pipe" : "inherit", "inherit"],
    });
    let rest = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      process.stdout.write(chunk);
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine?.(line);
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

export async function tool(script: string, ...args: string[]): Promise<Tally> {
  const code = await runTool(script, args);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}
