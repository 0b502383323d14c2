import { existsSync, readFileSync } from "node:fs";

/** What Linux tells of a process: its program's name, and whether it is only a zombie. Null elsewhere, or when gone. */
export function processFacts(pid: number): { name: string; zombie: boolean } | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const [, name, state] = /\((.*)\) (\S)/.exec(readFileSync(file, "utf8")) ?? [];
  return name ? { name, zombie: state === "Z" } : null;
}

/** Whether a process still works. A zombie has a pid and does nothing. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return processFacts(pid)?.zombie !== true;
}
