// Starts the worker where nothing was built (tests, next dev): a thread does not inherit the loader of its parent.
import { tsImport } from "tsx/esm/api";

await tsImport("./score-worker.ts", import.meta.url);
