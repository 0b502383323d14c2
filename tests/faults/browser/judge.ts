import postgres from "postgres";
import { brokenInvariants } from "@/db/invariants";
import type { OutputOf } from "@/lib/contracts/contract";
import { getInterviewContract } from "@/lib/contracts/interviews";
import { clockText, readTimer } from "@/lib/domain/beats";
import { sameJson } from "@/lib/domain/same-json";
import { DIMENSIONS } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import { ask, outputOf } from "../../support/ask";
import { type Entered, nothingEntered } from "./author";
import type { Stage } from "./stage";
import type { Witness } from "./witness";

/**
 * The oracle of faults.md: what the records say against what the author entered and was told, in sentences; empty when
 * nothing was lost, doubled, reordered or called saved too early.
 * @param cookie of a session that still lives
 */
export async function disagreements(
  stage: Stage,
  witness: Witness,
  entered: Entered,
  cookie: string = witness.card.who.cookie,
): Promise<string[]> {
  await witness.settled();
  const owner = postgres(stage.records.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const answer = await ask(stage.product.address, cookie, getInterviewContract, {
      interviewId: witness.card.interviewId,
    });
    const content = outputOf(getInterviewContract, answer).mine?.content;
    const broken = await brokenInvariants(stage.records.ownerUrl);
    return [
      ...witness.complaints,
      ...(await aboutLedger(owner, witness)),
      ...aboutContent(content, entered),
      ...(await aboutAudit(owner, witness.card.scorecardId)),
      ...(await aboutScreens(witness, content)),
      ...broken.map(({ invariant }) => `does not hold: ${invariant}`),
    ];
  } finally {
    await owner.end();
  }
}

/** (1) Each operation shown as kept is in the database exactly once, as it was made, and nothing else is. */
async function aboutLedger(owner: postgres.Sql, { made, changes, card }: Witness): Promise<string[]> {
  const rows = await owner<{ op_id: string; change: unknown }[]>`
    select op_id, change from operations where scorecard_id = ${card.scorecardId}`;
  const found = new Set(rows.map(({ op_id }) => op_id));
  return [
    ...[...made].filter((opId) => !found.has(opId)).map((opId) => `lost: ${opId} is not in the ledger`),
    ...(found.size === rows.length ? [] : [`duplicated: ${rows.length - found.size} ids stand twice`]),
    ...[...found].filter((opId) => !made.has(opId)).map((opId) => `duplicated: nobody made ${opId}`),
    ...rows
      .filter(({ op_id, change }) => changes.has(op_id) && !sameJson(change, changes.get(op_id)))
      .map(({ op_id }) => `in the ledger otherwise than it was sent: ${op_id}`),
  ];
}

/** (2) Each field's final value is the author's last, and (3) the same set of notes. */
function aboutContent(content: ScorecardContent | undefined, entered: Entered): string[] {
  const found = nothingEntered();
  for (const dimension of DIMENSIONS) {
    const value = content?.ratings[dimension];
    if (value?.state === "observed") found.ratings[dimension] = value.mark;
    const notes = content?.evidence.filter((note) => note.dimension === dimension) ?? [];
    if (notes.length > 0) found.notes[dimension] = notes.map(({ text }) => text).join(" | ");
  }
  found.recommendation = content?.recommendation ?? null;
  found.confidence = content?.confidence ?? null;
  found.timerEvents = content?.timer.length ?? 0;
  return sameJson(found, entered)
    ? []
    : [`the records read ${JSON.stringify(found)}, entered was ${JSON.stringify(entered)}`];
}

/** (5) One audit event a submission. */
async function aboutAudit(owner: postgres.Sql, scorecardId: string): Promise<string[]> {
  const [told] = await owner<{ submissions: number; deeds: number }[]>`
    select (select count(*)::int from submissions where scorecard_id = ${scorecardId}) as submissions,
      (select count(*)::int from audit_events
        where action = 'scorecard.submit' and subject_id = ${scorecardId}) as deeds`;
  const { submissions = 0, deeds = 0 } = told ?? {};
  return submissions === deeds ? [] : [`${submissions} submissions and ${deeds} audit events of it`];
}

/** (5) The clock on screen is what the records' events add up to, and (6) no error page, the focus kept. */
async function aboutScreens(
  { pages, card }: Witness,
  content: ScorecardContent | undefined,
): Promise<string[]> {
  const said = pages.map(async (page) => {
    // A page that a deployment sends on to the new build may be on its way just now: it is looked at when it is there.
    const look = () =>
      page.evaluate(() => ({
        title: document.querySelector("h1")?.textContent ?? null,
        timer: document.querySelector("[role=timer]")?.textContent ?? null,
        focus: document.activeElement?.tagName ?? null,
        address: location.pathname,
      }));
    const seen = await look().catch(async () => {
      await page.waitForLoadState();
      return look();
    });
    if (seen.address !== card.path) return [];
    const reading = readTimer(content?.timer ?? [], 0);
    const stands = reading.state === "paused" || reading.state === "ended";
    return [
      ...(seen.title === card.candidate ? [] : [`a page is headed ${seen.title}`]),
      ...(seen.focus === "BODY" ? ["the focus is gone"] : []),
      ...(stands && seen.timer !== clockText(reading.answerMs)
        ? [`the clock shows ${seen.timer}, the records ${clockText(reading.answerMs)}`]
        : []),
    ];
  });
  return (await Promise.all(said)).flat();
}

export type Interview = OutputOf<typeof getInterviewContract>;
