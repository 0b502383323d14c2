import { start } from "./bootstrap.mjs";

await start("gate.ts", [20, 19]);
