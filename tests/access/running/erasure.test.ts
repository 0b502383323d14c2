import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "@/db/invariants";
import { openOwner } from "@/db/testing/database";
import { API_ROOT } from "@/lib/contracts/contract";
import { ROLES } from "@/lib/domain/roles";
import { keepScoreFile } from "@/lib/services/score-files/keep-score-file";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { type SignedIn, signIn } from "../../support/interviewers";
import { bringScoreFile, ratingsOf } from "../../support/score-file";
import { dumpOf, layOutSubject, type Subject, wordsIn } from "../../support/subject";
import { send } from "../../support/wire";

/** Everything is read twice, pages included: on a busy machine that takes a while. */
const SLOW_MS = 120_000;

let at: Attacked;
let all: SignedIn;
let subject: Subject;
/** A lead's own file of scores, kept for all leads, that names the person. */
let fileId = "";
beforeAll(async () => {
  at = await layOutAttack("access-erasure", { RATE_LIMIT_SCALE: "1000" });
  subject = await layOutSubject(at.ours);
  fileId = await bringScoreFile(
    at.ours,
    "Lena",
    ratingsOf([subject.name, "Otto", "Pia"]),
    `${subject.name}.csv`,
  );
  await at.ours.as("Lena", (ctx) => keepScoreFile(ctx, { fileId }));
  all = await signIn(at.ours, "Olga", [...ROLES]);
});
afterAll(() => at?.end());

const ask = async (path: string, sent: { method?: string; body?: unknown } = {}) =>
  send(at.product.address, path, {
    method: sent.method ?? "GET",
    headers: { cookie: all.cookie, "content-type": "application/json" },
    ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
  });
const person = () => `${API_ROOT}/privacy/people/${subject.candidateId}`;
const erase = () =>
  ask(`${person()}/erasure`, { method: "POST", body: { reason: "asked", typedName: subject.name } });

/** Everything of this opening that somebody with every role can read, search for or take away as a file. */
const readings = () => {
  const { openingId } = at.ours;
  const { applicationId, interviewId, candidateId } = subject;
  const api = [
    ...[`/candidates?openingId=${openingId}`, `/candidates?openingId=${openingId}&q=quokka`, "/interviews"],
    ...[
      `/applications/${applicationId}`,
      `/heatmap?openingId=${openingId}`,
      `/panels?openingId=${openingId}`,
    ],
    ...[`/debriefs/${interviewId}`, "/audit", `/candidates/export?openingId=${openingId}&format=csv`],
    ...[`/openings/${openingId}/export?format=json`, `/openings/${openingId}/export?format=csv`],
    ...["/privacy/people?q=quokka", `/privacy/people/${candidateId}`, "/privacy/retention"],
    ...["/score-files", `/score-files/${fileId}`, `/score-files/${fileId}/sheet`],
  ];
  const pages = [
    ...[`/candidates?openingId=${openingId}`, `/candidates/${applicationId}`, `/debriefs/${interviewId}`],
    ...["/settings/privacy", `/settings/privacy/${candidateId}`, "/settings/audit"],
    ...["/panels/scores", `/panels/scores/${fileId}`],
  ];
  return [...api.map((path) => `${API_ROOT}${path}`), ...pages];
};

/** The words found in each reading; a reading that fails finds none, so that it must not. */
async function found(): Promise<Record<string, string[]>> {
  const words: Record<string, string[]> = {};
  // One after another: nobody takes more than two files away at once.
  for (const path of readings()) {
    const { status, text } = await ask(path);
    expect([path, status]).toEqual([path, 200]);
    words[path] = wordsIn(text, { ...subject.words, name: subject.name });
  }
  return words;
}

test("50: a legal hold blocks an erasure, and both the hold and the refusal stand in the audit", async () => {
  const { status } = await ask(`${person()}/holds`, { method: "POST", body: { reason: "dispute" } });
  expect(status).toBe(200);
  const refused = await erase();
  expect([refused.status, JSON.parse(refused.text).problem.code]).toEqual([409, "CONFLICT"]);
  expect(wordsIn(await dumpOf(at.records.ownerUrl), subject.words)).toContain("note");
  const { events, brokenAt } = JSON.parse((await ask(`${API_ROOT}/audit`)).text);
  expect(events.slice(0, 2).map(({ action }: { action: string }) => action)).toEqual([
    "candidate.erase-refused",
    "hold.place",
  ]);
  expect(brokenAt).toBeNull();
  expect((await ask(`${person()}/holds`, { method: "DELETE" })).status).toBe(200);
});

test(
  "50: after erasure a dump, every page, search, export and log hold none of the person's words; the chain verifies",
  async () => {
    // The control: before it, these very places are full of them.
    const before = await found();
    expect(new Set(Object.values(before).flat())).toEqual(
      new Set(["note", "trap", "amend", "decide", "early", "first", "last", "email", "name"]),
    );
    expect(wordsIn(await dumpOf(at.records.ownerUrl), subject.words).sort()).toEqual(
      Object.keys(subject.words).sort(),
    );
    const file = await ask(`${person()}/file?format=json`);
    expect(wordsIn(file.text, subject.words)).toContain("note");

    // Looked for by name, as a recruiter would: addresses go into logs, and names must not.
    const sought = encodeURIComponent(subject.name);
    expect((await ask(`/candidates?openingId=${at.ours.openingId}&q=${sought}`)).status).toBe(200);

    expect((await erase()).status).toBe(200);

    const after = await found();
    expect(Object.entries(after).filter(([, words]) => words.length > 0)).toEqual([]);
    expect(wordsIn(await dumpOf(at.records.ownerUrl), subject.words)).toEqual([]);
    expect(wordsIn(at.product.log(), subject.words)).toEqual([]);
    await expect.poll(() => at.product.log()).toContain(`${API_ROOT}/privacy`);
    expect((await ask(`${person()}/file?format=json`)).status).toBe(409);
    const { brokenAt } = JSON.parse((await ask(`${API_ROOT}/audit`)).text);
    expect(brokenAt).toBeNull();
    expect(await brokenInvariants(at.records.ownerUrl)).toEqual([]);
  },
  SLOW_MS,
);

test("50: who writes about an erased person a moment later is told so, and nothing is written", async () => {
  const decision = {
    decisionId: subject.interviewId,
    outcome: "stop",
    rationale: "a late word",
    tookPart: [all.memberId],
  };
  const late = await ask(`${API_ROOT}/debriefs/${subject.interviewId}/decisions`, {
    method: "POST",
    body: decision,
  });
  expect([late.status, late.text]).toEqual([409, expect.stringContaining("was erased")]);
  const owner = openOwner(at.records);
  expect(await owner`select 1 from decisions where rationale = 'a late word'`).toHaveLength(0);
  await owner.end();
});
