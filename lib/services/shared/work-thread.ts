import { existsSync } from "node:fs";

/** A million rows take a third of it. */
const MEMORY_MAX_MB = 3_000;
/** One at a time: the other processor serves the interviews. */
let last: Promise<unknown> = Promise.resolve();

/** Runs a task on a thread of its own when its turn comes. Null when the thread broke down: nothing of it is known. */
export function inThread<Result>(task: object, heard: (progress: string) => void): Promise<Result | null> {
  const turn = last.then(() => run<Result>(task, heard));
  last = turn;
  return turn;
}

function run<Result>(workerData: object, heard: (progress: string) => void): Promise<Result | null> {
  const folder = process.cwd();
  // Beside the built server the worker is one file; from the sources it runs as it stands.
  const built = `${folder}/score-worker.cjs`;
  const source = `${folder}/lib/services/score-files/from-sources.mjs`;
  // Asked for at run time: a bundler would look for the worker's file among its own.
  const threads = process.getBuiltinModule("node:worker_threads");
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MAX_MB };
  return new Promise((resolve) => {
    const worker = new threads.Worker(existsSync(built) ? built : source, { workerData, resourceLimits });
    let result: Result | null = null;
    worker.on("message", (said: { progress?: string; result?: Result }) => {
      if (said.progress !== undefined) heard(said.progress);
      result = said.result ?? result;
    });
    worker.once("error", () => {});
    worker.once("exit", () => resolve(result));
  });
}
