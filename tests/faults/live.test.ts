import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { layOutWorld, type World } from "@/db/testing/world";
import { createApplication, createCandidate, createInterview } from "@/db/writes/interviewing";
import { createMember } from "@/db/writes/members";
import { ensureBuilt } from "@/lib/commands/build/build";
import type { Contract } from "@/lib/contracts/contract";
import { revealDebriefContract } from "@/lib/contracts/debriefs";
import { STREAMS_PER_MEMBER_MAX } from "@/lib/contracts/events";
import { nudgeSeatContract } from "@/lib/contracts/nudges";
import { applyOperationsContract } from "@/lib/contracts/operations";
import { attemptPracticeContract } from "@/lib/contracts/practice";
import { joinRoundContract, revealRoundContract, startRoundContract } from "@/lib/contracts/practice-rounds";
import { submitScorecardContract } from "@/lib/contracts/submission";
import { applyChange } from "@/lib/domain/changes";
import { EMPTY_SCORECARD } from "@/lib/domain/scorecard";
import { ask, outputOf } from "../support/ask";
import { type EventStream, openStream } from "../support/event-stream";
import { type SignedIn, seatInterview, signIn, signInInterviewers } from "../support/interviewers";
import { linkIn, type MailCatcher, startMailCatcher } from "../support/mail-catcher";
import { completeCard, tab } from "../support/operations";
import { type Product, serveProduct } from "../support/server";

const WITHIN_MS = 1_000;

let records: TestDatabase;
let world: World;
let one: Product;
let other: Product;
let mail: MailCatcher;
let people: SignedIn[];
let recruiter: SignedIn;
let stranger: SignedIn;
const streams: EventStream[] = [];

beforeAll(async () => {
  await ensureBuilt(() => {});
  records = await createTestDatabase();
  world = await layOutWorld(records.url);
  people = await signInInterviewers(world, 2);
  recruiter = await signIn(world, "Recruiter", ["recruiter"]);
  stranger = await signIn(world, "Somebody else", ["interviewer"]);
  mail = await startMailCatcher();
  [one, other] = await Promise.all([
    serveProduct(records.url, "live-one", { SMTP_URL: mail.url, MAIL_FROM: "plumbline@example.com" }),
    serveProduct(records.url, "live-other"),
  ]);
});
afterAll(async () => {
  for (const stream of streams) stream.close();
  await Promise.all([one.stop(), other.stop(), mail.stop()]);
  await world.end();
  await records.drop();
});

async function follow(product: Product, who: SignedIn, lastEventId?: number): Promise<EventStream> {
  const stream = await openStream(product.address, who.cookie, lastEventId);
  streams.push(stream);
  return stream;
}

/** Scores through one instance; answers where, and when the submission was acknowledged. */
async function submitThrough(product: Product, candidate: string) {
  const [author] = people;
  if (!author) throw new Error("Nobody is signed in");
  const seated = await seatInterview(world, candidate, people);
  const scorecardId = seated.scorecardIds[0] ?? "";
  const operations = completeCard([5, 1, 5, 1, -2]).map(tab(world.rubricVersionId));
  await ask(product.address, author.cookie, applyOperationsContract, { scorecardId, operations });
  const { status } = await ask(product.address, author.cookie, submitScorecardContract, { scorecardId });
  expect(status).toBe(200);
  return { ...seated, at: Date.now() };
}

test("a submission through one instance is told by both within a second, to those who may know: where, never what", async () => {
  const [, panelist] = people;
  if (!panelist) throw new Error("Two are signed in");
  const [near, far] = [await follow(one, recruiter), await follow(other, recruiter)];
  const [blind, nobody] = [await follow(other, panelist), await follow(other, stranger)];
  const { interviewId, at } = await submitThrough(one, "Mira");
  for (const stream of [near, far, blind]) {
    await expect.poll(() => stream.heard.map(({ event }) => event.interviewId)).toContain(interviewId);
    expect((stream.heard.at(-1)?.at ?? 0) - at).toBeLessThan(WITHIN_MS);
  }
  expect(nobody.heard).toEqual([]);
  expect(blind.text()).not.toMatch(/mark|rating|score(?!card)|:-2|ownership/i);
});

test("whoever comes back after an instance was killed is told what was missed, once", async () => {
  const before = await follow(other, recruiter);
  const first = await submitThrough(one, "Noor");
  await expect.poll(() => before.heard.map(({ event }) => event.interviewId)).toEqual([first.interviewId]);
  const lastEventId = before.heard[0]?.event.seq ?? 0;
  await other.killAndRestart();
  const missed = await submitThrough(one, "Otto");
  const back = await follow(other, recruiter, lastEventId);
  await expect.poll(() => back.heard.map(({ event }) => event.interviewId)).toEqual([missed.interviewId]);
  const later = await submitThrough(one, "Pia");
  await expect
    .poll(() => back.heard.map(({ event }) => event.interviewId))
    .toEqual([missed.interviewId, later.interviewId]);
});

test("a round and a debrief are told by both instances, and what a killed one missed: who scored, that it was revealed", async () => {
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("Two are signed in");
  const lead = await signIn(world, "Lead", ["lead"]);
  const step = async (
    product: Product,
    who: SignedIn,
    contract: Contract,
    input: Record<string, unknown>,
  ) => {
    const answer = await ask(product.address, who.cookie, contract, input);
    expect(answer.status, contract.name).toBe(200);
    return answer;
  };
  const begun = await step(one, lead, startRoundContract, { answerKey: "wrong-phase" });
  const { roundId } = outputOf(startRoundContract, begun);
  const round = await follow(other, ben);
  await step(one, ada, joinRoundContract, { roundId });
  const content = completeCard([5, 1, 5, 1, -2]).reduce(applyChange, EMPTY_SCORECARD);
  const attempt = {
    answerKey: "wrong-phase",
    rubricVersionId: world.rubricVersionId,
    content,
    hinted: false,
  };
  await step(one, ada, attemptPracticeContract, { ...attempt, roundId });
  await expect.poll(() => round.heard.map(({ event }) => event.practiceRoundId)).toEqual([roundId, roundId]);
  expect(round.text()).not.toMatch(/mark|rating|:-2|ownership/i);

  const { interviewId, scorecardIds } = await submitThrough(one, "Rita");
  const operations = completeCard([3, 3, 3, 3, 0]).map(tab(world.rubricVersionId));
  const scorecardId = scorecardIds[1] ?? "";
  await step(other, ben, applyOperationsContract, { scorecardId, operations });
  await step(other, ben, submitScorecardContract, { scorecardId });
  const submitted = () => round.heard.filter(({ event }) => event.interviewId === interviewId);
  await expect.poll(() => submitted().length).toBe(2);
  const lastEventId = round.heard.at(-1)?.event.seq ?? 0;

  await other.killAndRestart();
  await step(one, lead, revealRoundContract, { roundId });
  await step(one, lead, revealDebriefContract, { interviewId });
  const back = await follow(other, ben, lastEventId);
  await expect
    .poll(() => back.heard.map(({ event }) => event.practiceRoundId ?? event.interviewId))
    .toEqual([roundId, interviewId]);
});

test("a reminder reaches the interviewer's mail, with the way to their scorecard and nothing that anybody scored", async () => {
  const { interviewId, seatId } = await world.as("Amos", async (ctx) => {
    const memberId = await createMember(ctx, {
      name: "Mail",
      email: "mail@example.com",
      roles: ["interviewer"],
    });
    const candidateId = await createCandidate(ctx, { name: "Quin" });
    const applicationId = await createApplication(ctx, { openingId: world.openingId, candidateId });
    const { rubricVersionId } = world;
    const seat = { id: v7(), memberId };
    const placed = { applicationId, rubricVersionId, scheduledAt: ctx.now, seats: [seat] };
    return { interviewId: await createInterview(ctx, placed), seatId: seat.id };
  });
  const coming = mail.next("mail@example.com");
  const { status } = await ask(other.address, recruiter.cookie, nudgeSeatContract, { seatId });
  expect(status).toBe(200);
  // The mail breaks long lines where it likes.
  const text = (await coming).replaceAll(/=\r?\n/g, "");
  expect(text).toContain("Your scorecard is missing: Quin");
  expect(new URL(linkIn(text)).pathname).toBe(`/interviews/${interviewId}`);
});

test("one person holds only so many streams, and a closed one makes room", async () => {
  const held = await Promise.all(Array.from({ length: STREAMS_PER_MEMBER_MAX }, () => follow(one, stranger)));
  expect(held.map(({ status }) => status)).toEqual(held.map(() => 200));
  expect((await follow(one, stranger)).status).toBe(429);
  held[0]?.close();
  await expect.poll(async () => (await follow(one, stranger)).status).toBe(200);
  expect((await openStream(one.address, "authjs.session-token=nobody")).status).toBe(401);
});

test("a server told to stop lets go of whoever follows live and ends by itself, long before it would be killed", async () => {
  const stopping = await serveProduct(records.url, "live-stopping");
  const [author] = people;
  if (!author) throw new Error("Nobody is signed in");
  await follow(stopping, author);
  process.kill(stopping.pid(), "SIGTERM");
  await expect.poll(() => stopping.isRunning(), { timeout: 8_000 }).toBe(false);
});
