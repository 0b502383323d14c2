import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { type SheetTask, sheetWork } from "../panels/sheet-work";
import { type ScoreTask, scoreWork } from "./score-work";

/** Below what serves people: it gets what they leave of the processors. */
const PRIORITY = 10;

/** A thread of its own: a million rows take half a minute, and scorecards are being saved meanwhile. */
const task = workerData as ScoreTask | SheetTask;
// Linux means the calling thread; elsewhere it would be everybody's.
if (process.platform === "linux") setPriority(PRIORITY);
const tell = (progress: string) => parentPort?.postMessage({ progress });
const done = (result: unknown) => parentPort?.postMessage({ result });
if (task.want === "panel") done(sheetWork(task, tell));
else void scoreWork(task, tell).then(done);
