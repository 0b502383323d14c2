import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import type { World } from "@/db/testing/world";
import { openingsFor } from "./layout";
import { type House, type TableRows, tablesOf } from "./rows";

/** Rows sent to PostgreSQL at a time. */
const ROWS_PER_CHUNK = 2_000;
/** Scorecards and interviews whose derived rows are computed again and compared. */
const SAMPLE = 3_000;

/**
 * Fills a world's organisation with so many scorecards, table by table through COPY, rows made while they travel.
 * Triggers stay silent meanwhile, so what they keep is copied as well; a sample is then checked against them.
 */
export async function seedScorecards(
  ownerUrl: string,
  world: World,
  scorecards: number,
  say: (line: string) => void,
): Promise<House> {
  const house: House = {
    organizationId: world.organization.id,
    rubricVersionId: world.rubricVersionId,
    openings: openingsFor(scorecards),
  };
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { statement_timeout: 0 } });
  const began = performance.now();
  try {
    await owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`set local synchronous_commit = off`;
      for (const rows of tablesOf(house)) {
        const count = await copy(tx, rows);
        say(`  ${rows.table}: ${count.toLocaleString("en")} rows (${seconds(began)} s)`);
      }
    });
    await owner`vacuum (analyze)`;
    await checkSample(owner);
    say(`  seeded, and a sample agrees with a recount (${seconds(began)} s)`);
  } finally {
    await owner.end();
  }
  return house;
}

async function copy(tx: postgres.TransactionSql, { table, columns, rows }: TableRows): Promise<number> {
  let count = 0;
  function* chunks() {
    let text = "";
    for (const row of rows()) {
      text += `${row.map((cell) => cell ?? "\\N").join("\t")}\n`;
      count += 1;
      if (count % ROWS_PER_CHUNK === 0) {
        yield text;
        text = "";
      }
    }
    if (text) yield text;
  }
  const sink = await tx.unsafe(`copy ${table} (${columns}) from stdin`).writable();
  await pipeline(Readable.from(chunks()), sink);
  return count;
}

/** What was copied must be what the triggers would have kept. */
async function checkSample(owner: postgres.Sql): Promise<void> {
  const [wrong] = await owner<{ marks: number; progress: number; openings: number }[]>`select
    (select count(*)::int from (select * from submitted_marks order by md5(scorecard_id::text) limit ${SAMPLE}) m
      join submissions s using (organization_id, scorecard_id)
      join interviews i on i.organization_id = s.organization_id and i.id = s.interview_id
      where (m.marks, m.application_id, m.member_id, m.submitted_at, m.interview_id) is distinct from
        (marks_of(m.organization_id, m.scorecard_id), i.application_id, s.member_id, s.submitted_at, s.interview_id)) as marks,
    (select count(*)::int from (select * from interview_progress order by md5(interview_id::text) limit ${SAMPLE}) p
      where (p.seats, p.submitted, p.last_submitted_at) is distinct from (
        (select count(*)::int from seats t where t.organization_id = p.organization_id and t.interview_id = p.interview_id),
        (select count(*)::int from submissions s where s.organization_id = p.organization_id and s.interview_id = p.interview_id),
        (select max(s.submitted_at) from submissions s where s.organization_id = p.organization_id and s.interview_id = p.interview_id)
      )) as progress,
    (select count(*)::int from opening_counts o where o.candidates <> (select count(*) from applications a
      where a.organization_id = o.organization_id and a.opening_id = o.opening_id)) as openings`;
  if (!wrong || wrong.marks + wrong.progress + wrong.openings > 0) {
    throw new Error(`The seeded rows do not agree with a recount: ${JSON.stringify(wrong)}`);
  }
}

const seconds = (began: number) => ((performance.now() - began) / 1000).toFixed(0);
