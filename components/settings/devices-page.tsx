"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, Th } from "@/components/ui/table";
import { toastDone, toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import {
  endOtherSessionsContract,
  endSessionContract,
  listSessionsContract,
  type SessionRow,
} from "@/lib/contracts/sessions";
import { problemWords } from "./use-member-changes";
import { dayInUtc, momentInUtc } from "./utc";

/** Where you are signed in, and the way to end any of it. */
export function DevicesPage({ initial }: { initial: readonly SessionRow[] }) {
  const [sessions, setSessions] = useState(initial);
  const [busy, setBusy] = useState(false);
  const others = sessions.filter((session) => !session.here).length;

  async function end(deed: () => Promise<unknown>, done: string): Promise<void> {
    setBusy(true);
    try {
      await deed();
      setSessions((await call(listSessionsContract, {})).sessions);
      toastDone(done);
    } catch (error) {
      toastProblem("Nothing was ended", problemWords(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <PageHeader
        title="Devices"
        above={`Signed in on ${sessions.length} ${sessions.length === 1 ? "device" : "devices"}`}
        below="Ending one holds from its next request on. What was entered there and not yet saved stays on that device."
      />
      <Table caption="Where you are signed in">
        <thead>
          <tr>
            <Th>Device</Th>
            <Th>Last used</Th>
            <Th className="max-sm:hidden">Ends by itself</Th>
            <Th>
              <span className="sr-only">End</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, here, lastSeenAt, endsAt }) => (
            <tr key={id}>
              <Th scope="row">
                {device ?? "Unknown device"}
                {here && <span className="font-normal text-soft"> (this one)</span>}
              </Th>
              <Td>
                <time dateTime={lastSeenAt}>{momentInUtc(lastSeenAt)}</time>
              </Td>
              <Td className="text-soft max-sm:hidden">
                <time dateTime={endsAt}>{dayInUtc(endsAt)}</time>
              </Td>
              <Td className="text-right">
                {!here && (
                  <Button
                    size="s"
                    disabled={busy}
                    aria-label={`Sign out on ${device ?? "the unknown device"}`}
                    onClick={() =>
                      end(
                        () => call(endSessionContract, { sessionId: id }),
                        `Signed out on ${device ?? "the unknown device"}`,
                      )
                    }
                  >
                    Sign out
                  </Button>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {others > 1 && (
        <div className="mt-6">
          <Button
            disabled={busy}
            onClick={() => end(() => call(endOtherSessionsContract, {}), "Signed out everywhere but here")}
          >
            Sign out everywhere else
          </Button>
        </div>
      )}
    </>
  );
}
