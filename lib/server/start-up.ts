import { selfTest } from "@/db/self-test";
import { listenFromStart } from "./changes";
import { computeSheetsFromStart } from "./compute-sheets";
import { database } from "./database";
import { env } from "./env";
import { isLane, reportLane } from "./fair/lane";
import { guardFront } from "./front/guard";
import { keepRetentionDaily } from "./keep-retention";
import { log } from "./log";
import { asProblem } from "./problems";
import { publishHeadsDaily } from "./publish-heads";
import { endStreamsAtStop } from "./streams";

/** Checks what serving rests on, before the first request; refuses to serve otherwise, in one line. */
export async function startUp(): Promise<void> {
  try {
    env();
    const faults = await selfTest(database());
    if (faults.length > 0) throw new Error(`Plumbline refuses to serve: ${faults.join("; ")}`);
    // `next dev` needs what the front refuses: an upgrade for its own channel, and scripts without a nonce.
    if (process.env.NODE_ENV === "production") guardFront();
    if (!isLane()) {
      publishHeadsDaily();
      keepRetentionDaily();
      listenFromStart();
      computeSheetsFromStart();
    }
    endStreamsAtStop();
    reportLane();
    log().info("row-level security holds; serving");
  } catch (error) {
    const away = asProblem(error).code === "UNAVAILABLE";
    const line = away
      ? "Plumbline cannot start: the database of DATABASE_URL does not answer"
      : messageOf(error);
    process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!/open_scope|does not exist/.test(message)) return message;
  return "Plumbline cannot start: the database has no Plumbline schema yet; run `npm run migrate` as its owner";
}
