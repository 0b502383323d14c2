import { verifyAuditChains } from "@/db/audit-heads";
import { database } from "./database";
import { log } from "./log";

const DAY_MS = 86_400_000;

/**
 * Says the head of every audit chain in the log, at the start and once a day. The log leaves this machine for wherever
 * logs are kept: a chain rewritten as a whole still does not end in the head that was said there.
 */
export function publishHeadsDaily(): void {
  // Said however quiet the log is kept: that it was said is the proof.
  const always = log().child({}, { level: "info" });
  const publish = () =>
    verifyAuditChains(database()).then(
      (heads) => {
        for (const { brokenAt, ...head } of heads) {
          if (brokenAt === null) always.info({ audit: "head", ...head }, "audit chain is whole");
          else log().error({ audit: "broken", ...head, brokenAt }, "audit chain is broken");
        }
      },
      (error: unknown) => log().error({ err: error }, "audit chains were not verified"),
    );
  setInterval(publish, DAY_MS).unref();
  void publish();
}
