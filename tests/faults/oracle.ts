import postgres from "postgres";
import { brokenInvariants } from "@/db/invariants";
import { getInterviewContract } from "@/lib/contracts/interviews";
import { sameJson } from "@/lib/domain/same-json";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { ask, outputOf } from "../support/ask";
import type { Author } from "./authors";

/** As many as the pool has connections. */
const ASKED_AGAIN = 10;

interface LedgerRow {
  op_id: string;
  change: unknown;
}

/**
 * What the records say against what the authors were told (faults.md, "Oracle"), in sentences; empty when all agree.
 * Reads the ledger as the owner, the contents as each author finds them.
 */
export async function disagreements(
  ownerUrl: string,
  address: string,
  interviewId: string,
  authors: readonly Author[],
): Promise<string[]> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const perAuthor = await Promise.all(
      authors.map(async (author) => [
        ...(await aboutLedger(owner, author)),
        ...(await aboutContent(address, interviewId, author)),
      ]),
    );
    const broken = await brokenInvariants(ownerUrl);
    return [...perAuthor.flat(), ...broken.map(({ invariant }) => `does not hold: ${invariant}`)];
  } finally {
    await owner.end();
  }
}

async function aboutLedger(owner: postgres.Sql, author: Author): Promise<string[]> {
  const rows = await owner<LedgerRow[]>`
    select op_id, change from operations where scorecard_id = ${author.scorecardId}`;
  const times = new Map<string, number>();
  for (const { op_id } of rows) times.set(op_id, (times.get(op_id) ?? 0) + 1);
  const lost = [...author.acknowledged].filter((opId) => !times.has(opId));
  const missing = [...author.made.keys()].filter((opId) => !times.has(opId));
  const twice = [...times].filter(([, count]) => count > 1);
  const strange = rows.filter(({ op_id, change }) => !sameJson(change, author.made.get(op_id)?.change));
  return [
    ...lost.map((opId) => `acknowledged but not in the ledger: ${opId}`),
    ...missing.map((opId) => `made but not in the ledger: ${opId}`),
    ...twice.map(([opId]) => `in the ledger twice: ${opId}`),
    ...strange.map(({ op_id }) => `in the ledger otherwise than it was made: ${op_id}`),
  ];
}

/** As a browser does: 503 is asked again. Each pooled connection learns at its own first use that its server was killed. */
async function askedAgain<T extends { status: number }>(once: () => Promise<T>): Promise<T> {
  for (let left = ASKED_AGAIN; left > 0; left--) {
    const answer = await once();
    if (answer.status !== 503) return answer;
  }
  return once();
}

async function aboutContent(address: string, interviewId: string, author: Author): Promise<string[]> {
  const answer = await askedAgain(() =>
    ask(address, author.who.cookie, getInterviewContract, { interviewId }),
  );
  const { mine } = outputOf(getInterviewContract, answer);
  const found = mine ? inOneOrder(mine.content) : null;
  const entered = inOneOrder(author.outbox.read().content);
  return sameJson(found, entered)
    ? []
    : [`${author.scorecardId} reads ${JSON.stringify(found)}, entered was ${JSON.stringify(entered)}`];
}

/** The screen keeps notes in the order they were touched, the records in the order they were begun. */
function inOneOrder(content: ScorecardContent): ScorecardContent {
  return { ...content, evidence: content.evidence.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}
