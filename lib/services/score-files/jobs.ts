import { lastUsed } from "../shared/last-used";
import { inThread } from "../shared/work-thread";
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
const jobs = lastUsed<Job>(JOBS_KEPT, () => 1);

/** The job of this name, begun with `task` when there is none yet, or none that came to an end well. */
export async function jobFor(key: string, task: () => Promise<ScoreTask>): Promise<Job> {
  const known = jobs.get(key);
  if (known && !known.failed) return known;
  const given = await task();
  const job: Job = {
    ...{ progress: "waiting for its turn", result: null, failed: false },
    over: Promise.resolve(),
  };
  const bytes = given.pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  job.over = bytes < THREAD_FROM_BYTES ? runHere(job, given) : runApart(job, given);
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

async function runApart(job: Job, task: ScoreTask): Promise<void> {
  job.result = await inThread<ScoreResult>(task, (progress) => {
    job.progress = progress;
  });
  job.failed = job.result === null;
}
