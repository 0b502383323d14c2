import { start } from "./bootstrap.mjs";

await start("demo.ts");
