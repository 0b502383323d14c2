import { parentPort, workerData } from "node:worker_threads";
import { type ScoreTask, scoreWork } from "./score-work";

/** A thread of its own: a million rows take half a minute, and scorecards are being saved meanwhile. */
void scoreWork(workerData as ScoreTask, (progress) => parentPort?.postMessage({ progress })).then((result) =>
  parentPort?.postMessage({ result }),
);
