import Link from "next/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Retention } from "@/lib/contracts/privacy";
import { DUE_SOON_DAYS } from "@/lib/domain/retention";
import { dayInUtc } from "./utc";

/** Who goes next, before they go. */
export function DueList({ retention: { due, dueTotal, erasesFrom } }: { retention: Retention }) {
  return (
    <section aria-labelledby="due">
      <h2 id="due" className="mb-1">
        Due within {DUE_SOON_DAYS} days
      </h2>
      {due.length === 0 ? (
        <p className="text-s text-soft">Nobody. Everybody here is kept longer than that.</p>
      ) : (
        <>
          <p className="mb-3 text-s text-soft">
            {dueTotal === 1 ? "One candidate" : `${dueTotal} candidates`}
            {dueTotal > due.length && `, the first ${due.length} below`}
            {erasesFrom === null ? "; nobody goes by itself." : "; the daily pass erases them on their day."}
          </p>
          <Table caption={`Candidates due within ${DUE_SOON_DAYS} days`} dense className="max-w-[48rem]">
            <thead>
              <tr>
                <Th>Candidate</Th>
                <Th>Kept until</Th>
              </tr>
            </thead>
            <tbody>
              {due.map(({ candidateId, name, keptUntil, held }) => (
                <tr key={candidateId}>
                  <Th scope="row">
                    <Link
                      href={`/settings/privacy/${candidateId}`}
                      data-name=""
                      className="text-accent underline underline-offset-2"
                    >
                      {name}
                    </Link>
                  </Th>
                  <Td>
                    <time dateTime={keptUntil}>{dayInUtc(keptUntil)}</time>
                    {held && <span className="block text-soft">stays: a legal hold stands</span>}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </section>
  );
}
