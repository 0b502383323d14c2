import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Owner, openOwner } from "@/db/testing/database";
import { API_ROOT } from "@/lib/contracts/contract";
import { DIMENSIONS, type Mark } from "@/lib/domain/scale";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { type Seated, type SignedIn, seatInterview, signIn } from "../../support/interviewers";
import { completeCard, tab } from "../../support/operations";
import { type Heard, send } from "../../support/wire";

const MARKS: readonly [Mark, Mark, Mark, Mark, Mark] = [5, 5, 4, 5, -2];

let at: Attacked;
let owner: Owner;
/** Has submitted. */
let ben: SignedIn;
/** Is still to score, and is recruiter and lead as well. */
let iris: SignedIn;
/** Is still to score. */
let ada: SignedIn;
/** Compares, without a seat. */
let rosa: SignedIn;
let place: Seated;
beforeAll(async () => {
  at = await layOutAttack("access-blindness");
  owner = openOwner(at.records);
  ben = await signIn(at.ours, "Ben Benson", ["interviewer"]);
  iris = await signIn(at.ours, "Iris Irving", ["interviewer", "recruiter", "lead"]);
  ada = await signIn(at.ours, "Ada Adams", ["interviewer"]);
  rosa = await signIn(at.ours, "Rosa Rossi", ["recruiter", "lead", "admin"]);
  place = await seatInterview(at.ours, "Mira", [ben, iris, ada]);
  await save(ben, cardOf(0), MARKS);
  expect((await as(ben, "POST", `/scorecards/${cardOf(0)}/submission`, {})).status).toBe(200);
});
afterAll(async () => {
  await owner?.end();
  await at?.end();
});

const cardOf = (seat: number) => place.scorecardIds[seat] ?? "";
const interview = () => `/interviews/${place.interviewId}`;

function as(who: SignedIn, method: string, path: string, body?: unknown): Promise<Heard> {
  return send(at.product.address, `${API_ROOT}${path}`, {
    method,
    headers: { cookie: who.cookie, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function save(who: SignedIn, scorecardId: string, marks: typeof MARKS): Promise<void> {
  const operations = completeCard(marks).map(tab(at.ours.rubricVersionId));
  expect((await as(who, "POST", `/scorecards/${scorecardId}/operations`, { operations })).status).toBe(200);
}

/** Every reading of this candidate there is. */
const readings = () => [
  interview(),
  `/applications/${place.applicationId}`,
  `/candidates?openingId=${at.ours.openingId}`,
  `/heatmap?openingId=${at.ours.openingId}`,
  `/compare?applications=${place.applicationId}`,
  `/panels?openingId=${at.ours.openingId}`,
  `/debriefs/${place.interviewId}`,
  `/candidates/export?openingId=${at.ours.openingId}&format=csv`,
  `/heatmap/export?openingId=${at.ours.openingId}&format=csv`,
  `/compare/export?applications=${place.applicationId}&format=csv`,
  `/openings/${at.ours.openingId}/export?format=json`,
  `/openings/${at.ours.openingId}/export?format=csv`,
];

/** What Ben's marks look like wherever they are shown: notes name their dimension, the mark -2 is his alone. */
const TRACES = /"mark":\s*-2|,-2,|"split":\s*true|strong-yes|heard about/;

test("34-38: Iris, recruiter and lead with an open seat, finds no trace of Ben's judgement in any reading; Rosa does", async () => {
  for (const path of readings()) {
    const toIris = await as(iris, "GET", path);
    expect([path, toIris.status]).not.toContain(500);
    expect([path, TRACES.exec(toIris.text)?.[0] ?? null]).toEqual([path, null]);
  }
  const seen: Heard[] = [];
  for (const path of readings()) seen.push(await as(rosa, "GET", path));
  expect(seen.filter(({ text }) => TRACES.test(text)).length).toBeGreaterThan(3);
  const { blind, revealed, seats } = JSON.parse((await as(iris, "GET", interview())).text);
  expect({ blind, revealed }).toEqual({ blind: true, revealed: [] });
  expect(
    seats.filter(({ submittedAt }: { submittedAt: string | null }) => submittedAt !== null),
  ).toHaveLength(1);
});

/** Every page of this candidate there is, on screen and on paper. */
const pages = () => [
  interview(),
  `${interview()}/paper`,
  `/candidates/${place.applicationId}`,
  `/candidates?openingId=${at.ours.openingId}`,
  `/compare?applications=${place.applicationId}`,
  `/compare?applications=${place.applicationId}&view=packet`,
  `/panels?openingId=${at.ours.openingId}`,
  `/debriefs/${place.interviewId}`,
];

test("34, 36: nor in any page, print or page's data; who has no seat and may not compare gets none of them, and the log says so", async () => {
  const page = (who: SignedIn, path: string, headers = {}) =>
    send(at.product.address, path, { headers: { cookie: who.cookie, ...headers } });
  const data = async (who: SignedIn, path: string) => {
    const moved = await page(who, path, { rsc: "1" });
    return page(who, moved.headers.location ?? path, { rsc: "1" });
  };
  let seen = 0;
  for (const path of pages()) {
    for (const { status, text } of [await page(iris, path), await data(iris, path)]) {
      expect([path, status]).not.toContain(500);
      expect([path, /heard about/.exec(text)?.[0] ?? null]).toEqual([path, null]);
    }
    if (/heard about/.test((await page(rosa, path)).text)) seen += 1;
  }
  expect(seen).toBeGreaterThan(0);

  const cleo = await signIn(at.ours, "Cleo Clark", ["interviewer"]);
  for (const path of [interview(), `${interview()}/paper`, `/candidates/${place.applicationId}`]) {
    const before = at.product.log().length;
    expect([path, (await page(cleo, path)).status]).toEqual([path, 404]);
    await expect
      .poll(() => at.product.log().slice(before))
      .toMatch(
        new RegExp(`"security":"refused","rule":"(NOT_FOUND|FORBIDDEN)"[^\n]*"memberId":"${cleo.memberId}"`),
      );
  }
});

test("34: nobody opens, changes, submits or amends Ben's card by its id", async () => {
  const make = tab(at.ours.rubricVersionId);
  const operations = [make({ field: "rating", dimension: "fix", value: { state: "observed", mark: 1 } })];
  const tries: [string, unknown][] = [
    ["operations", { operations }],
    ["submission", {}],
    ["draft-key", {}],
    ["catch-up", { held: [] }],
  ];
  for (const [deed, body] of tries)
    for (const who of [ada, iris, rosa])
      expect((await as(who, "POST", `/scorecards/${cardOf(0)}/${deed}`, body)).status).toBe(404);
  await expect
    .poll(() => at.product.log())
    .toMatch(/"rule":"NOT_FOUND"[^\n]*"call":"submitScorecard"[^\n]*"memberId"/);
});

test("39: an empty card or one of a single tap is not submitted, and reveals nothing", async () => {
  const submit = () => as(ada, "POST", `/scorecards/${cardOf(2)}/submission`, {});
  expect((await submit()).status).toBe(422);
  const make = tab(at.ours.rubricVersionId);
  const one = [make({ field: "rating", dimension: "fix", value: { state: "observed", mark: 5 } })];
  await as(ada, "POST", `/scorecards/${cardOf(2)}/operations`, { operations: one });
  expect((await submit()).status).toBe(422);
  expect(JSON.parse((await as(ada, "GET", interview())).text).revealed).toEqual([]);
});

test("39: a card that says of everything that nothing was observed needs a word why; with one it is submitted", async () => {
  const own = await seatInterview(at.ours, "Quinn", [ben, ada]);
  const [bens = "", adas = ""] = own.scorecardIds;
  await save(ben, bens, MARKS);
  await as(ben, "POST", `/scorecards/${bens}/submission`, {});
  const make = tab(at.ours.rubricVersionId);
  const nothing = DIMENSIONS.map((dimension) =>
    make({ field: "rating", dimension, value: { state: "not-observed" } }),
  );
  const operations = [...nothing, make({ field: "recommendation", value: "no-decision" })];
  const submit = () => as(ada, "POST", `/scorecards/${adas}/submission`, {});
  const revealed = async () =>
    JSON.parse((await as(ada, "GET", `/interviews/${own.interviewId}`)).text).revealed.length;
  expect((await as(ada, "POST", `/scorecards/${adas}/operations`, { operations })).status).toBe(200);
  expect([(await submit()).status, await revealed()]).toEqual([422, 0]);
  const note = make({
    field: "note",
    noteId: v7(),
    value: { dimension: "ownership", text: "The call broke off", atMs: 0 },
  });
  await as(ada, "POST", `/scorecards/${adas}/operations`, { operations: [note] });
  expect([(await submit()).status, await revealed()]).toEqual([200, 2]);
});

test("40: who has read an interview gets no seat in it by a file; who could not, does; and nobody leaves a seat", async () => {
  const [{ scheduledAt }] = [JSON.parse((await as(rosa, "GET", interview())).text)];
  const seatFor = (name: string) => ({
    csv: `candidate,opening,interviewer,at\nMira,Backend engineer,${name},${scheduledAt}\n`,
  });
  const refused = await as(rosa, "POST", "/imports/preview", seatFor("Rosa Rossi"));
  expect(refused.text).toContain("could read this interview");
  const before = at.product.log().length;
  expect((await as(rosa, "POST", "/imports", seatFor("Rosa Rossi"))).status).toBe(422);
  await expect
    .poll(() => at.product.log().slice(before))
    .toMatch(/"rule":"seat-after-reading"[^\n]*"call":"runImport"/);
  await signIn(at.ours, "Finn Fresh", ["interviewer"]);
  expect((await as(rosa, "POST", "/imports", seatFor("Finn Fresh"))).status).toBe(200);
  const { seats } = JSON.parse((await as(rosa, "GET", interview())).text);
  const names = seats.map(({ member }: { member: { name: string } }) => member.name);
  expect(names).toContain("Finn Fresh");
  expect(names).not.toContain("Rosa Rossi");
  for (const method of ["DELETE", "PUT", "POST", "PATCH"])
    expect([404, 405]).toContain((await as(ada, method, `/seats/${seats[0].seatId}`)).status);
});

test("40: losing the role forgets nothing: who could read gets no seat afterwards, and one in what came later", async () => {
  const [{ scheduledAt }] = [JSON.parse((await as(rosa, "GET", interview())).text)];
  const seatFor = (candidate: string, when: string) => ({
    csv: `candidate,opening,interviewer,at\n${candidate},Backend engineer,Una Unseated,${when}\n`,
  });
  const una = await signIn(at.ours, "Una Unseated", ["recruiter"]);
  expect((await as(una, "GET", `/applications/${place.applicationId}`)).text).toMatch(TRACES);
  const demoted = { roles: ["interviewer"], active: true };
  expect((await as(rosa, "PUT", `/members/${una.memberId}`, demoted)).status).toBe(200);
  expect((await as(rosa, "POST", "/imports", seatFor("Mira", scheduledAt))).status).toBe(422);

  const later = await seatInterview(at.ours, "Pia", [ben]);
  const [bens = ""] = later.scorecardIds;
  await save(ben, bens, MARKS);
  expect((await as(ben, "POST", `/scorecards/${bens}/submission`, {})).status).toBe(200);
  const { scheduledAt: at2 } = JSON.parse((await as(rosa, "GET", `/interviews/${later.interviewId}`)).text);
  expect((await as(rosa, "POST", "/imports", seatFor("Pia", at2))).status).toBe(200);
});

test("41: an operation's id cannot be used again for another value", async () => {
  const make = tab(at.ours.rubricVersionId);
  const rating = (mark: Mark) =>
    ({ field: "rating", dimension: "fix", value: { state: "observed", mark } }) as const;
  const operation = make(rating(4));
  const post = (each: unknown) =>
    as(ada, "POST", `/scorecards/${cardOf(2)}/operations`, { operations: [each] });
  expect((await post(operation)).status).toBe(200);
  expect((await post({ ...operation, change: rating(1) })).status).toBe(409);

  // Ben's own operation, sent again by Ben's colleague for her own card, or for his: nothing of his is told or changed.
  const [bens = ""] = place.scorecardIds;
  const [{ id: bensOperation = "" } = {}] =
    await owner`select op_id as id from operations where scorecard_id = ${bens} limit 1`;
  expect([404, 409]).toContain((await post({ ...make(rating(2)), opId: bensOperation })).status);
  const overHis = { operations: [{ ...make(rating(1)), opId: bensOperation }] };
  expect((await as(ada, "POST", `/scorecards/${bens}/operations`, overHis)).status).toBe(404);
  const [{ value } = { value: null }] =
    await owner`select mark as value from ratings where scorecard_id = ${bens} and dimension = 'fix'`;
  expect(value).toBe(5);
});

test.each([
  ["0", 0],
  ["6", 6],
  ["3.5", 3.5],
  ['"5"', "5"],
  ["NaN", null],
])("42: the mark %s is refused", async (_, mark) => {
  const make = tab(at.ours.rubricVersionId);
  const valid = make({ field: "rating", dimension: "fix", value: { state: "observed", mark: 3 } });
  const change = { field: "rating", dimension: "fix", value: { state: "observed", mark } };
  const operations = [{ ...valid, opId: v7(), change }];
  expect((await as(ada, "POST", `/scorecards/${cardOf(2)}/operations`, { operations })).status).toBe(422);
});

test("42: 1e309, a megabyte of note, an unknown dimension and another rubric's version are refused", async () => {
  const make = tab(at.ours.rubricVersionId);
  const valid = make({ field: "rating", dimension: "fix", value: { state: "observed", mark: 3 } });
  const path = `/scorecards/${cardOf(2)}/operations`;
  const raw = JSON.stringify({ operations: [valid] }).replace('"mark":3', '"mark":1e309');
  const huge = await send(at.product.address, `${API_ROOT}${path}`, {
    method: "POST",
    headers: { cookie: ada.cookie, "content-type": "application/json" },
    body: raw,
  });
  expect(huge.status).toBe(422);
  const note = {
    field: "note",
    noteId: v7(),
    value: { dimension: "fix", text: "x".repeat(1_000_000), atMs: 0 },
  };
  const other = { field: "rating", dimension: "charm", value: { state: "observed", mark: 3 } };
  for (const change of [note, other])
    expect((await as(ada, "POST", path, { operations: [{ ...valid, change }] })).status).toBe(422);
  const foreign = tab(v7())({ field: "rating", dimension: "fix", value: { state: "observed", mark: 3 } });
  expect([409, 422]).toContain((await as(ada, "POST", path, { operations: [foreign] })).status);
  expect((await as(ada, "POST", path, { operations: [valid] })).status).toBe(200);
});
