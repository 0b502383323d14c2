// Preloaded into a server (`node --import`): its wall clock runs as far off as the named file says, in milliseconds.
// What a wrong or jumping clock of the machine does to one process, without touching the machine's own.
import { readFileSync } from "node:fs";

const file = process.env.PLUMBLINE_CLOCK_SHIFT;
/** The file is looked at again after this. */
const READ_EVERY_MS = 5;

if (file) {
  const True = globalThis.Date;
  let [shift, readAt] = [0, Number.NEGATIVE_INFINITY];
  const now = () => {
    const ticks = performance.now();
    if (ticks - readAt > READ_EVERY_MS) [shift, readAt] = [Number(readFileSync(file, "utf8")) || 0, ticks];
    return True.now() + shift;
  };
  globalThis.Date = new Proxy(True, {
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
    apply: (target) => new target(now()).toString(),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}
