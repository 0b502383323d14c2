import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, Th } from "@/components/ui/table";
import type { listAuditContract } from "@/lib/contracts/audit";
import type { OutputOf } from "@/lib/contracts/contract";
import { deedInWords } from "./audit-words";

/**
 * Deeds, the latest or those before, and whether anybody has altered the record since.
 * @param later whether there are later deeds than these
 */
export function AuditPage({ audit, later }: { audit: OutputOf<typeof listAuditContract>; later: boolean }) {
  const { events, total, earlier, brokenAt } = audit;
  const [last, first] = [events.at(0)?.seq ?? 0, events.at(-1)?.seq ?? 0];
  return (
    <>
      <PageHeader
        title="Audit"
        above={`${total} ${total === 1 ? "deed" : "deeds"} recorded; ${first} to ${last} below, times in UTC`}
        below="Each record carries the hash of the one before it, so a change made afterwards shows."
      />
      <div className="mb-6">
        {brokenAt === null ? (
          <Notice title={`The chain is whole: all ${total} records verify`} />
        ) : (
          <Notice tone="warn" title={`The chain is broken at record ${brokenAt}`}>
            That record, or the one before it, was altered in the database after it was written. Compare it
            with a backup before you rely on anything from there on.
          </Notice>
        )}
      </div>
      <Table caption="Deeds">
        <thead>
          <tr>
            <Th className="w-10 text-right max-sm:hidden">No.</Th>
            <Th className="w-24 sm:w-44">When</Th>
            <Th>Who and what</Th>
            <Th className="max-sm:hidden">About</Th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.seq} className={event.seq === brokenAt ? "bg-warn-wash" : undefined}>
              <Td className="text-right text-soft max-sm:hidden">{event.seq}</Td>
              <Td className="whitespace-nowrap">
                <time dateTime={event.at}>
                  {DAY.format(new Date(event.at))}
                  <span className="max-sm:block sm:ml-1">{TIME.format(new Date(event.at))}</span>
                </time>
                {/* A phone has no room for a column of its own. */}
                <span className="block text-xs text-soft sm:hidden">no. {event.seq}</span>
              </Td>
              <Td>
                <span className="font-[560]">{event.actor?.name ?? "Plumbline"}</span>{" "}
                {deedInWords(event.action)}
              </Td>
              <Td className="text-soft max-sm:hidden">
                {event.subjectKind}
                {event.subjectId && (
                  <span className="block font-mono text-xs lg:ml-3 lg:inline">{event.subjectId}</span>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {(later || earlier !== null) && (
        <nav aria-label="More deeds" className="mt-4 flex gap-4">
          {later && <LinkButton href="/settings/audit">Latest</LinkButton>}
          {earlier !== null && <LinkButton href={`/settings/audit?before=${earlier}`}>Earlier</LinkButton>}
        </nav>
      )}
    </>
  );
}

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const TIME = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" });
