import type { Database } from "@/db/client";
import { withIdentity, withOrganizationItself } from "@/db/context";
import { listOrganizationIds } from "@/db/queries/organizations";
import { dropOverSignIns } from "@/db/writes/retention";
import { eraseDue, listDue } from "@/lib/services/privacy/erase-due";
import { database } from "./database";
import { log } from "./log";

const DAY_MS = 86_400_000;

/** A person the pass came to, in ids. */
interface Reached {
  organizationId: string;
  candidateId: string;
}

/** What one pass did. */
export interface Pass {
  erased: Reached[];
  failed: (Reached & { err: unknown })[];
  sessions: number;
  links: number;
}

/**
 * Erases whose time is over, organisation by organisation and person by person, and drops sign-ins that are over.
 * Two instances may do it at once: a person is erased by one of them.
 */
export async function keepRetention(db: Database, now: Date): Promise<Pass> {
  const pass: Pass = { erased: [], failed: [], ...(await withIdentity(db, dropOverSignIns)) };
  for (const id of await withIdentity(db, listOrganizationIds)) {
    const within = { now, organization: { id } };
    const due = await withOrganizationItself(db, id, (tx) => listDue({ tx, ...within }));
    for (const candidateId of due) {
      const reached = { organizationId: id, candidateId };
      try {
        const done = await withOrganizationItself(db, id, (tx) => eraseDue({ tx, ...within }, candidateId));
        if (done) pass.erased.push(reached);
      } catch (err) {
        // One person who cannot be erased must not keep all the others for ever.
        pass.failed.push({ ...reached, err });
      }
    }
  }
  return pass;
}

/** At the start and once a day. The log leaves this machine: after an older backup is restored, it says whom to erase again. */
export function keepRetentionDaily(): void {
  const pass = () =>
    keepRetention(database(), new Date()).then(
      ({ erased, failed, sessions, links }) => {
        for (const reached of erased) log().info(reached, "a candidate whose time is over was erased");
        for (const reached of failed) log().error(reached, "a candidate whose time is over was not erased");
        log().info({ erased: erased.length, sessions, links }, "retention was kept");
      },
      (error: unknown) => log().error({ err: error }, "retention was not kept"),
    );
  setInterval(pass, DAY_MS).unref();
  void pass();
}
