import type { ChildProcess } from "node:child_process";
import { endAtStop, isStopping } from "../streams";
import { isLane, LANE, type LaneWord, SECRET } from "./lane";
import { noteLongFile } from "./long-files";

/** One that fell is not started again at once: what felled it may still be so. */
const AGAIN_AFTER_MS = 5_000;

/** The lowest there is. */
const LEAST_PRIORITY = 19;

/** A second process of this server, started when it is first wanted. It answers this one alone, and ends with it. */
class Lane {
  readonly #standsBehind: boolean;
  #port: number | null = null;
  #child: ChildProcess | null = null;
  #restUntil = 0;

  /** @param standsBehind whether it leaves the processors to whoever else wants them */
  constructor(standsBehind: boolean) {
    this.#standsBehind = standsBehind;
  }

  /** Where it serves; null when it does not yet, or no more: it is then being started. */
  port(): number | null {
    if (isLane() || isStopping()) return null;
    if (this.#child === null && performance.now() >= this.#restUntil) this.#start();
    return this.#port;
  }

  #start(): void {
    // Asked for at run time: a bundler would look for the file among its own.
    const { fork } = process.getBuiltinModule("node:child_process");
    const { setPriority } = process.getBuiltinModule("node:os");
    const started = fork("workers.mjs", { env: { ...process.env, [LANE]: SECRET, WEB_CONCURRENCY: "1" } });
    this.#child = started;
    const { pid } = started;
    const forget = endAtStop(() => started.kill());
    const over = () => {
      forget();
      if (this.#child !== started) return;
      this.#port = null;
      this.#child = null;
      this.#restUntil = performance.now() + AGAIN_AFTER_MS;
    };
    started.on("message", (word: LaneWord) => {
      if ("longFileOf" in word) return noteLongFile(word.longFileOf, performance.now());
      // What it said may be heard after its end.
      if (this.#child !== started) return;
      this.#port = word.port;
      if (pid && this.#standsBehind) standBehindAll(pid);
    });
    started.once("error", over);
    started.once("exit", over);
    // Neither keeps this process from ending; the lane ends when its channel closes.
    started.unref();
    started.channel?.unref();
    if (pid && this.#standsBehind) setPriority(pid, LEAST_PRIORITY);
  }
}

/**
 * Linux has a class below every priority: it leaves a processor the moment anybody else wants it. Without the class, or
 * without its command, the priority must do.
 */
function standBehindAll(pid: number): void {
  const { execFile } = process.getBuiltinModule("node:child_process");
  execFile("chrt", ["--all-tasks", "--idle", "--pid", "0", String(pid)], () => {});
}

/** For whoever takes more than their share while others are there. */
export const behind = new Lane(true);
/** For files of everybody else: while one is made, no page waits for it, nor it for those who are kept behind. */
export const aside = new Lane(false);
