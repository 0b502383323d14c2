// Preloaded into a server (`node --import`): its wall clock runs as far off as the named file says, in milliseconds
// (PLUMBLINE_CLOCK_SHIFT), or stands still (PLUMBLINE_CLOCK_STANDS, milliseconds since 1970).
// What a wrong or jumping clock of the machine does to one process, without touching the machine's own.
import { readFileSync } from "node:fs";

const { PLUMBLINE_CLOCK_SHIFT: file, PLUMBLINE_CLOCK_STANDS: stands } = process.env;
/** The file is looked at again after this. */
const READ_EVERY_MS = 5;
const True = globalThis.Date;

function shifted() {
  let [shift, readAt] = [0, Number.NEGATIVE_INFINITY];
  return () => {
    const ticks = performance.now();
    if (ticks - readAt > READ_EVERY_MS) [shift, readAt] = [Number(readFileSync(file, "utf8")) || 0, ticks];
    return True.now() + shift;
  };
}

if (file || stands) {
  const now = file ? shifted() : () => Number(stands);
  globalThis.Date = new Proxy(True, {
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
    apply: (target) => new target(now()).toString(),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}
