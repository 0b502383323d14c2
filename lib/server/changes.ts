import { listenForChanges } from "@/db/listen";
import { env } from "./env";
import { mailInvitations } from "./invitation-mail";
import { mailNudges } from "./nudge-mail";

type Wake = () => void;

/** Everybody in this process who waits for an organisation to change. */
interface Changes {
  waiting: Map<string, Set<Wake>>;
}

declare global {
  // One listening connection a process, also when the bundler loads this module more than once.
  var plumblineChanges: Changes | undefined;
}

/** Calls `wake` after each change of this organisation until the answer is called. */
export function onChange(organizationId: string, wake: Wake): () => void {
  const { waiting } = changes();
  const those = waiting.get(organizationId) ?? new Set();
  waiting.set(organizationId, those.add(wake));
  return () => {
    those.delete(wake);
    if (those.size === 0) waiting.delete(organizationId);
  };
}

/** Begins to listen before anybody waits: reminders and invitations go out by mail also while nobody has a page open. */
export function listenFromStart(): void {
  if (env().SMTP_URL) changes();
}

function changes(): Changes {
  if (!globalThis.plumblineChanges) {
    const waiting: Changes["waiting"] = new Map();
    globalThis.plumblineChanges = { waiting };
    const wake = (those: Iterable<Wake>) => {
      for (const each of those) each();
    };
    const { DATABASE_LISTEN_URL, DATABASE_URL } = env();
    listenForChanges(
      DATABASE_LISTEN_URL ?? DATABASE_URL,
      (organizationId) => {
        wake(waiting.get(organizationId) ?? []);
        void mailNudges(organizationId);
        void mailInvitations(organizationId);
      },
      () => wake([...waiting.values()].flatMap((those) => [...those])),
    );
  }
  return globalThis.plumblineChanges;
}
