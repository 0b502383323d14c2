import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../architecture/sources";

export interface Started {
  child: ChildProcess;
  /** Everything said so far, on both streams. */
  said(): string;
  /** Resolves with the first line that matches; rejects when the command ends without one. */
  line(pattern: RegExp): Promise<string>;
  /** Exit code once it has ended. */
  ended: Promise<number | null>;
  /** Ctrl-C as a terminal sends it: to the whole group. */
  interrupt(): void;
}

/** Starts a script of the checkout in a process group of its own, as a shell does. */
export function startScript(
  script: string,
  env: Record<string, string>,
  { node = [], args = [] }: { node?: string[]; args?: string[] } = {},
): Started {
  const inherited = { ...process.env };
  for (const name of ["DATABASE_URL", "PORT", "HOST", "NODE_ENV", "VITEST", "NODE_OPTIONS"])
    delete inherited[name];
  const child = spawn(process.execPath, [...node, join(ROOT, script), ...args], {
    cwd: script.endsWith(".ts") ? ROOT : tmpdir(),
    env: { ...inherited, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (text) => {
      lines.push(text);
      for (const look of waiting) look();
    });
  const ended = once(child, "close").then(([code]) => (typeof code === "number" ? code : null));
  return {
    child,
    ended,
    said: () => lines.join("\n"),
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((text) => pattern.test(text));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without saying ${pattern}:\n${lines.join("\n")}`)));
      }),
    interrupt: () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
    },
  };
}

/** A data folder of a test's own, so that the checkout's demo world is left alone. */
export function temporaryData(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-demo-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
