import { existsSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import { lastUsed } from "../shared/last-used";
import { type ScoreResult, type ScoreTask, scoreWork } from "./score-work";

/** One reading or sheet under way or done. */
export interface Job {
  progress: string;
  result: ScoreResult | null;
  /** The thread itself broke down: nothing about the file is known. */
  failed: boolean;
  over: Promise<void>;
}

/** Results of the files that are being looked at now. */
const JOBS_KEPT = 30;
/** Some five thousand ratings are read in milliseconds: a thread for them would take longer to start. */
const THREAD_FROM_BYTES = 100_000;
/** A million rows take a third of it. */
const MEMORY_MAX_MB = 3_000;
const jobs = lastUsed<Job>(JOBS_KEPT, () => 1);
/** One at a time: the other processor serves the interviews. */
let last: Promise<void> = Promise.resolve();

/** The job of this name, begun with `task` when there is none yet, or none that came to an end well. */
export async function jobFor(key: string, task: () => Promise<ScoreTask>): Promise<Job> {
  const known = jobs.get(key);
  if (known && !known.failed) return known;
  const given = await task();
  const job: Job = { progress: "waiting for its turn", result: null, failed: false, over: last };
  const bytes = given.pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  job.over = bytes < THREAD_FROM_BYTES ? runHere(job, given) : last.then(() => runApart(job, given));
  if (bytes >= THREAD_FROM_BYTES) last = job.over;
  jobs.set(key, job);
  return job;
}

/** Waits a little, so that a small file is answered at once. */
export async function settled(job: Job, withinMs: number): Promise<Job> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  await Promise.race([job.over, patience]);
  clearTimeout(timer);
  return job;
}

async function runHere(job: Job, task: ScoreTask): Promise<void> {
  try {
    job.result = await scoreWork(task, () => {});
  } catch {
    job.failed = true;
  }
}

function runApart(job: Job, task: ScoreTask): Promise<void> {
  return new Promise((resolve) => {
    const worker = startWorker(task);
    worker.on("message", (said: { progress?: string; result?: ScoreResult }) => {
      job.progress = said.progress ?? job.progress;
      job.result = said.result ?? job.result;
    });
    worker.once("error", () => {
      job.failed = true;
    });
    worker.once("exit", () => {
      if (job.result === null) job.failed = true;
      resolve();
    });
  });
}

/** Beside the built server the worker is one file; from the sources it runs as it stands. */
function startWorker(workerData: ScoreTask): Worker {
  const folder = process.cwd();
  const built = `${folder}/score-worker.cjs`;
  const source = `${folder}/lib/services/score-files/from-sources.mjs`;
  // Asked for at run time: a bundler would look for the worker's file among its own.
  const threads = process.getBuiltinModule("node:worker_threads");
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MAX_MB };
  return new threads.Worker(existsSync(built) ? built : source, { workerData, resourceLimits });
}
