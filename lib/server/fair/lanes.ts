import type { ChildProcess } from "node:child_process";
import { endAtStop, isStopping } from "../streams";
import { isLane, LANE, type LaneWord, SECRET } from "./lane";
import { noteLongFile } from "./long-files";

/** One that fell is not started again at once: what felled it may still be so. */
const AGAIN_AFTER_MS = 5_000;

/** How far a process stands back, 0 to 19; and whether, beyond that, it leaves a processor to anybody else who wants it. */
interface Standing {
  nice: number;
  behindAll: boolean;
}

/** A second process of this server, started when it is first wanted. It answers this one alone, and ends with it. */
class Lane {
  readonly #standing: Standing;
  #port: number | null = null;
  #child: ChildProcess | null = null;
  #restUntil = 0;

  constructor(standing: Standing) {
    this.#standing = standing;
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
    if (pid) setPriority(pid, this.#standing.nice);
    const forget = endAtStop(() => started.kill());
    const over = () => {
      forget();
      this.#port = null;
      this.#child = null;
      this.#restUntil = performance.now() + AGAIN_AFTER_MS;
    };
    started.on("message", (word: LaneWord) => {
      if ("longFileOf" in word) return noteLongFile(word.longFileOf, performance.now());
      this.#port = word.port;
      if (pid && this.#standing.behindAll) standBehindAll(pid);
    });
    started.once("error", over);
    started.once("exit", over);
    // Neither keeps this process from ending; the lane ends when its channel closes.
    started.unref();
    started.channel?.unref();
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
export const behind = new Lane({ nice: 19, behindAll: true });
/** For files of everybody else: while one is made, no page waits for it, nor it for those who are kept behind. */
export const aside = new Lane({ nice: 0, behindAll: false });
