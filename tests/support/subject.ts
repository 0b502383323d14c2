import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { v7 } from "uuid";
import { writeBackup } from "@/db/backup";
import { listSeats } from "@/db/queries/interviews";
import type { World } from "@/db/testing/world";
import { createApplication, createCandidate, createInterview } from "@/db/writes/interviewing";
import type { Change } from "@/lib/domain/changes";
import { decideDebrief } from "@/lib/services/debriefs/decide-debrief";
import { openDebrief } from "@/lib/services/debriefs/open-debrief";
import { revealDebrief } from "@/lib/services/debriefs/reveal-debrief";
import { nudgeSeat } from "@/lib/services/nudges/nudge-seat";
import { amendScorecard } from "@/lib/services/scorecards/amend-scorecard";
import { applyOperations } from "@/lib/services/scorecards/apply-operations";
import { openDraft } from "@/lib/services/scorecards/open-draft";
import { submitScorecard } from "@/lib/services/scorecards/submit-scorecard";
import { completeCard, tab } from "./operations";

/** A candidate about whom every place that takes words holds some, and the word that each holds. */
export interface Subject {
  candidateId: string;
  applicationId: string;
  interviewId: string;
  name: string;
  /** Ada's and Ben's are submitted, Cleo's is a draft. */
  cards: { ada: string; ben: string; cleo: string };
  words: Record<string, string>;
}

/** One unmistakable word for each place, so that what is found says where it was left. */
function wordsFor(tag: string) {
  const places = ["note", "trap", "draft", "typed", "amend", "decide", "early", "first", "last"] as const;
  return Object.fromEntries(places.map((place) => [place, `quokka${place}${tag}`])) as Record<
    (typeof places)[number],
    string
  >;
}

/** Lays the subject out through the very verbs that people use: scored, amended, reminded, talked about, decided. */
export async function layOutSubject(world: World, openingId = world.openingId): Promise<Subject> {
  const words = wordsFor(v7().slice(-6));
  const name = `${words.first} ${words.last}`;
  const email = `${words.first}.${words.last}@example.com`;
  const [ada, ben, cleo] = [v7(), v7(), v7()];
  const placed = await world.as("Amos", async (ctx) => {
    const candidateId = await createCandidate(ctx, { name, email });
    const applicationId = await createApplication(ctx, { openingId, candidateId });
    const interviewId = await createInterview(ctx, {
      applicationId,
      rubricVersionId: world.rubricVersionId,
      scheduledAt: ctx.now,
      seats: [
        { memberId: world.member("Ada").id, scorecardId: ada },
        { memberId: world.member("Ben").id, scorecardId: ben },
        { memberId: world.member("Cleo").id, scorecardId: cleo },
      ],
    });
    return { candidateId, applicationId, interviewId };
  });
  const { interviewId } = placed;
  const save = (who: string, scorecardId: string, changes: Change[]) =>
    world.as(who, (ctx) =>
      applyOperations(ctx, { scorecardId, operations: changes.map(tab(world.rubricVersionId)) }),
    );
  const note = (said: string): Change => ({
    field: "note",
    noteId: v7(),
    value: { dimension: "fix", text: `said ${said}`, atMs: 5 },
  });
  await save("Ada", ada, [
    ...completeCard([4, 4, 4, 4, 0]),
    note(words.note),
    { field: "trap", trap: "fake-mistake", value: { reason: `heard ${words.trap}` } },
    { field: "timer", value: { id: v7(), kind: "beat", beat: "task", at: 10 } },
    { field: "probe", dimension: "fix", value: "asked" },
  ]);
  // Typed and rubbed out again: it stands in the ledger of changes alone.
  const noteId = v7();
  await save("Ben", ben, [
    { field: "note", noteId, value: { dimension: "fix", text: words.typed, atMs: 5 } },
    { field: "note", noteId, value: null },
    ...completeCard([2, 3, 3, 5, -1]),
  ]);
  await save("Cleo", cleo, [note(words.draft)]);
  await world.as("Cleo", (ctx) => openDraft(ctx, { scorecardId: cleo }));
  for (const [who, scorecardId] of [["Ada", ada] as const, ["Ben", ben] as const]) {
    await world.as(who, (ctx) => submitScorecard(ctx, { scorecardId }));
  }
  await world.as("Ada", (ctx) =>
    amendScorecard(ctx, {
      scorecardId: ada,
      amendmentId: v7(),
      change: { field: "rating", dimension: "fix", value: { state: "observed", mark: 2 } },
      reason: `because of ${words.amend}`,
    }),
  );
  const seats = await world.as("Rosa", (ctx) => listSeats(ctx, [interviewId]));
  const cleos = seats.find(({ member }) => member.name === "Cleo");
  await world.as("Rosa", (ctx) => nudgeSeat(ctx, { seatId: cleos?.seatId ?? "" }));
  await world.as("Lena", (ctx) => openDebrief(ctx, { interviewId, reason: `they differ on ${words.early}` }));
  await world.as("Lena", (ctx) => revealDebrief(ctx, { interviewId }));
  await world.as("Lena", (ctx) =>
    decideDebrief(ctx, {
      interviewId,
      decisionId: v7(),
      outcome: "go-on",
      rationale: `we believe ${words.decide}`,
      tookPart: [world.member("Ada").id],
    }),
  );
  return { ...placed, name, cards: { ada, ben, cleo }, words: { ...words, email } };
}

/** Which of the words a text holds, in whatever case it writes them: those of the places that were not reached. */
export function wordsIn(body: string, words: Record<string, string>): string[] {
  const folded = body.toLowerCase();
  return Object.entries(words).flatMap(([place, word]) =>
    folded.includes(word.toLowerCase()) ? [place] : [],
  );
}

/** Everything the database holds, as a backup writes it; kept files also as they read. */
export async function dumpOf(ownerUrl: string): Promise<string> {
  const stream = new PassThrough();
  const whole = text(stream);
  await writeBackup(ownerUrl, stream);
  stream.end();
  const dump = await whole;
  const files = [...dump.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex ?? "", "hex"));
  return [dump, ...files.map((file) => file.toString("latin1"))].join("\n");
}
