import { withMember } from "@/db/context";
import { type SheetJob, workOnSheets } from "@/db/jobs";
import { Problem } from "@/lib/domain/errors";
import { computeSheet, giveUpSheet } from "@/lib/services/panels/compute-sheet";
import { database } from "./database";
import { env } from "./env";
import { log } from "./log";
import { endAtStop } from "./streams";

/** Computes the sheets of many ratings that anybody asks for, one at a time, for as long as this process serves. */
export function computeSheetsFromStart(): void {
  const run = async (job: SheetJob, last: boolean) => {
    const begun = Date.now();
    const asAsker = <T>(work: Parameters<typeof withMember<T>>[2]) => withMember(database(), job, work);
    try {
      if (!(await computeSheet(asAsker, job.key))) throw new Problem("INTERNAL", "The thread broke down");
      log().info({ organizationId: job.organizationId, ms: Date.now() - begun }, "a sheet was computed");
    } catch (error) {
      if (last) await asAsker((ctx) => giveUpSheet(ctx, job.key));
      throw error;
    }
  };
  const onError = (error: unknown) => log().warn({ err: error }, "the queue of sheets");
  workOnSheets(env().DATABASE_URL, { run, onError }).then(({ stop }) => {
    endAtStop(() => void stop().catch(onError));
  }, onError);
}
