import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDirectoryGroup } from "@/db/writes/directory";
import { addressOf } from "@/lib/client/api";
import { API_ROOT, type Contract, pathKeys } from "@/lib/contracts/contract";
import { CONTRACTS } from "@/lib/contracts/index";
import { COUNTRIES } from "@/lib/domain/retention";
import { ROLES, type Role } from "@/lib/domain/roles";
import { type Attacked, layOutAttack } from "../../support/attacked";
import { type SignedIn, seatInterview, signIn } from "../../support/interviewers";
import { completeCard, tab } from "../../support/operations";
import { type Heard, send } from "../../support/wire";

type Ids = Record<string, string>;
type Row = [name: string, who: readonly Role[], body?: (ids: Ids) => Record<string, unknown>];

const EVERYBODY: readonly Role[] = ROLES;
const COMPARE: readonly Role[] = ["recruiter", "lead"];
const LEADS: readonly Role[] = ["lead"];
const IMPORT: readonly Role[] = ["recruiter", "lead", "admin"];
const ADMINS: readonly Role[] = ["admin"];
const SCORE_CHOICES = {
  ...{ candidate: "candidate", rater: "rater", score: "score" },
  ...{ dimension: null, at: null, scale: null, bipolar: null },
};

/**
 * Every address, who gets past "this is for ...", and a body the door lets through. Everything else is 403.
 * An address that is not in this list fails the test below.
 */
const MATRIX: readonly Row[] = [
  ["getMe", EVERYBODY],
  ["listInterviews", EVERYBODY],
  ["getInterview", EVERYBODY],
  ["openDraft", EVERYBODY],
  [
    "applyOperations",
    EVERYBODY,
    (ids) => ({ operations: completeCard([3, 3, 3, 3, 0]).map(tab(ids.rubricId ?? "")) }),
  ],
  ["catchUp", EVERYBODY, () => ({ held: [] })],
  ["submitScorecard", EVERYBODY],
  [
    "amendScorecard",
    EVERYBODY,
    () => ({
      amendmentId: v7(),
      change: { field: "rating", dimension: "fix", value: { state: "observed", mark: 2 } },
      reason: "Heard it again",
    }),
  ],
  ["listCandidates", COMPARE, (ids) => ({ openingId: ids.openingId })],
  ["findCandidates", COMPARE, () => ({ part: "a" })],
  ["compareCandidates", COMPARE, (ids) => ({ applications: `${ids.applicationId},${v7()}` })],
  ["getHeatmap", COMPARE, (ids) => ({ openingId: ids.openingId })],
  ["getDossier", COMPARE],
  ["nudgeSeat", COMPARE],
  ["listViews", COMPARE],
  ["saveView", COMPARE, () => ({ name: "Late", query: "only=overdue" })],
  ["removeView", COMPARE, () => ({ name: "Late" })],
  ["exportCandidates", COMPARE, (ids) => ({ openingId: ids.openingId, format: "csv" })],
  ["exportHeatmap", COMPARE, (ids) => ({ openingId: ids.openingId, format: "csv" })],
  ["exportComparison", COMPARE, (ids) => ({ applications: `${ids.applicationId},${v7()}`, format: "csv" })],
  ["exportDossier", COMPARE, () => ({ format: "csv" })],
  ["exportOpening", COMPARE, () => ({ format: "json" })],
  ["getPanelSheet", LEADS, (ids) => ({ openingId: ids.openingId })],
  ["getOwnFigures", EVERYBODY],
  ["shareOwnFigures", EVERYBODY],
  ["changeFindingRule", LEADS, () => ({ days: 14 })],
  ["getDebrief", EVERYBODY],
  ["joinDebrief", EVERYBODY],
  ["openDebrief", LEADS, () => ({ reason: "They are far apart" })],
  ["revealDebrief", LEADS],
  [
    "decideDebrief",
    LEADS,
    () => ({ decisionId: v7(), outcome: "go-on", rationale: "We heard enough", tookPart: [v7()] }),
  ],
  ["getRubric", EVERYBODY],
  ["listRubrics", EVERYBODY],
  ["draftRubric", LEADS, (ids) => ({ fromId: ids.rubricId })],
  ["discardRubricDraft", LEADS],
  ["publishRubricDraft", LEADS, () => ({ revision: 0, reason: "Clearer words" })],
  ["retireRubric", LEADS],
  ["reinstateRubric", LEADS],
  ["exportRubric", EVERYBODY],
  ["listPractice", EVERYBODY],
  ["getPracticeAnswer", EVERYBODY],
  ["getPracticeProgress", EVERYBODY],
  ["getPracticeTeam", LEADS],
  ["changeReadinessRule", LEADS, () => ({ answers: 5, withinOne: 0.8, meanGap: 1 })],
  ["listOwnAnswers", LEADS],
  ["agreeReference", LEADS],
  ["listRounds", EVERYBODY],
  ["startRound", LEADS, (ids) => ({ answerKey: ids.answerKey })],
  ["getRound", EVERYBODY],
  ["joinRound", EVERYBODY],
  // Whose round it is, not a role, says who takes its next step: everybody gets as far as "there is no such round".
  ["revealRound", EVERYBODY],
  ["talkRound", EVERYBODY, () => ({ dimension: "fix", note: null })],
  ["closeRound", EVERYBODY],
  ["takeOverRound", LEADS],
  ["listScoreFiles", LEADS],
  ["addScoreFile", LEADS, () => ({ fileId: v7(), title: "scores.csv", bytes: 20 })],
  ["sendScorePart", LEADS, () => ({ content: "YQ==" })],
  ["getScoreFile", LEADS],
  ["chooseScoreColumns", LEADS, () => ({ choices: SCORE_CHOICES })],
  ["getScoreSheet", LEADS],
  ["keepScoreFile", LEADS],
  ["discardScoreFile", LEADS],
  ["previewImport", IMPORT, () => ({ csv: "candidate,opening\nMira,Backend\n" })],
  ["listMembers", ADMINS],
  ["inviteMember", ADMINS, () => ({ name: "N", email: `${v7()}@example.com`, roles: ["interviewer"] })],
  ["changeMember", ADMINS, () => ({ roles: ["interviewer"], active: false })],
  ["renewInvitation", ADMINS],
  ["getDirectory", ADMINS],
  ["meanGroup", ADMINS, () => ({ role: "lead" })],
  ["listAudit", ADMINS],
  ["findPeople", ADMINS, () => ({ q: "candidate" })],
  ["getPerson", ADMINS],
  ["erasePerson", ADMINS, () => ({ reason: "asked", typedName: "Their candidate" })],
  ["exportPerson", ADMINS, () => ({ format: "json" })],
  ["placeHold", ADMINS, () => ({ reason: "dispute" })],
  ["liftHold", ADMINS],
  ["getRetention", ADMINS],
  [
    "changeRetention",
    ADMINS,
    () => ({
      country: "DE",
      automatic: false,
      months: Object.fromEntries(COUNTRIES.map((one) => [one, 12])),
    }),
  ],
  ["placeOpening", ADMINS, () => ({ country: "DE" })],
  ["listErasedScorecards", EVERYBODY, (ids) => ({ scorecards: ids.scorecardId })],
  ["listSessions", EVERYBODY],
  ["endSession", EVERYBODY],
  ["listOrganizations", EVERYBODY],
  ["chooseOrganization", EVERYBODY, (ids) => ({ organizationId: ids.organizationId })],
  ["listTokens", EVERYBODY],
  ["createToken", EVERYBODY, () => ({ name: "T", scope: "read", days: 1 })],
  ["revokeToken", EVERYBODY],
];

/** Addresses that this table cannot ask without undoing itself, or that are asked elsewhere; each with where. */
const ELSEWHERE: Record<string, string> = {
  listen: "a stream: lib/services/events/listen.test.ts",
  followSheet: "a stream: lib/services/panels/compute-sheet.test.ts",
  endOtherSessions: "would sign the callers out: tests/access/running/sessions.test.ts",
  runImport: "the same check as previewImport: lib/services/imports",
  attemptPractice: "takes no object of an organisation",
  changeRubricDraft: "the same check as discardRubricDraft, with a whole rubric as its body",
  proposeReference: "the same check as agreeReference, with a whole reference as its body",
  draftReference: "the same check as agreeReference, with a whole reference as its body",
  addOwnAnswer: "the same check as listOwnAnswers, with a whole answer as its body",
};

let at: Attacked;
let callers: Record<Role, SignedIn>;
let theirs: Ids;
beforeAll(async () => {
  at = await layOutAttack("access-matrix", { RATE_LIMIT_SCALE: "100" });
  const signed = await Promise.all(
    ROLES.map(async (role) => [role, await signIn(at.ours, `Person ${role}`, [role])] as const),
  );
  callers = Object.fromEntries(signed) as Record<Role, SignedIn>;
  const ned = await signIn(at.theirs, "Ned", [...ROLES]);
  const place = await seatInterview(at.theirs, "Their candidate", [ned]);
  const own = { headers: { cookie: ned.cookie, "content-type": "application/json" } };
  const ask = async (path: string, sent = {}) =>
    JSON.parse((await send(at.product.address, `${API_ROOT}${path}`, { ...own, ...sent })).text);
  const { seats } = await ask(`/interviews/${place.interviewId}`);
  const { sessions } = await ask("/me/sessions");
  const { people } = await ask("/privacy/people?q=candidate");
  const body = JSON.stringify({ name: "T", scope: "read", days: 1 });
  const { tokenId } = await ask("/tokens", { method: "POST", body });
  const answer = JSON.stringify({ answerKey: "wrong-phase" });
  const { roundId } = await ask("/practice/rounds", { method: "POST", body: answer });
  const fileId = v7();
  const file = JSON.stringify({ fileId, title: "scores.csv", bytes: 20 });
  await ask("/score-files", { method: "POST", body: file });
  const groupId = await at.theirs.as("Amos", (ctx) =>
    createDirectoryGroup(ctx, { displayName: "Their group", externalId: null }),
  );
  theirs = {
    ...{ interviewId: place.interviewId, applicationId: place.applicationId, tokenId, answerId: v7() },
    ...{ scorecardId: place.scorecardIds[0] ?? "", seatId: seats[0].seatId, sessionId: sessions[0].id },
    ...{ roundId, fileId, groupId, place: "0", organizationId: at.theirs.organization.id },
    ...{ openingId: at.theirs.openingId, rubricId: at.theirs.rubricVersionId, memberId: ned.memberId },
    ...{ answerKey: "no-such-answer", candidateId: people[0].candidateId },
  };
});
afterAll(() => at?.end());

const contractOf = (name: string): Contract => {
  const found = CONTRACTS.find((contract) => contract.name === name);
  if (!found) throw new Error(`The matrix names ${name}, which is no contract`);
  return found;
};

function ask(role: Role, [name, , body]: Row, ids: Ids): Promise<Heard> {
  const contract = contractOf(name);
  const { url, body: text } = addressOf(contract, { ...ids, ...body?.(ids), ...onlyPathKeys(contract, ids) });
  const [path, query] = url.split("?");
  // Of a GET's query only what the row names: the ids are for the path.
  const named = new URLSearchParams(
    Object.entries(body?.(ids) ?? {}).map(([key, value]) => [key, String(value)]),
  );
  const bodiless = text === null || (contract.method === "DELETE" && !body);
  const sent = bodiless ? {} : { body: JSON.stringify(body?.(ids) ?? {}) };
  return send(
    at.product.address,
    `${API_ROOT}${path}${query && contract.method === "GET" ? `?${named}` : ""}`,
    {
      method: contract.method,
      headers: { cookie: callers[role].cookie, "content-type": "application/json" },
      ...sent,
    },
  );
}

function onlyPathKeys({ path }: Contract, ids: Ids): Ids {
  return Object.fromEntries(pathKeys(path).map((key) => [key, ids[key] ?? ""]));
}

const randomIds = (): Ids =>
  Object.fromEntries(
    Object.entries(theirs).map(([key, id]) => [key, key === "answerKey" || key === "place" ? id : v7()]),
  );

/** What an answer says, without the id that every answer has of its own. */
const said = ({ status, text }: Heard) => `${status} ${text.replace(/"requestId":"[^"]*"/, "")}`;

test("every address of the API stands in the matrix", () => {
  const listed = [...MATRIX.map(([name]) => name), ...Object.keys(ELSEWHERE)];
  expect(CONTRACTS.map(({ name }) => name).filter((name) => !listed.includes(name))).toEqual([]);
});

test.each(MATRIX)(
  "28: %s is for %j alone, and tells nobody whether another organisation has such a thing",
  async (...row) => {
    const [name, who] = row;
    for (const role of ROLES) {
      const unknown = await ask(role, row, randomIds());
      expect([role, name, unknown.status === 403, unknown.text.slice(0, 200)]).toEqual([
        role,
        name,
        !who.includes(role),
        unknown.text.slice(0, 200),
      ]);
      expect([role, unknown.status, unknown.text.slice(0, 200)]).not.toContain(422);
      expect(unknown.status).toBeLessThan(500);
      const { path, method } = contractOf(name);
      // Ids in a query are answered like ids in a path; a body without any is the same body once more.
      if (pathKeys(path).length === 0 && (method !== "GET" || !row[2])) continue;
      const stranger = await ask(role, row, theirs);
      expect(said(stranger)).toBe(said(unknown));
    }
  },
);

test("28: nothing of theirs was changed by asking, and they themselves find it all", async () => {
  const ned = await signIn(at.theirs, "Nora", ["recruiter", "admin"]);
  const own = (path: string) =>
    send(at.product.address, `${API_ROOT}${path}`, { headers: { cookie: ned.cookie } });
  expect((await own(`/applications/${theirs.applicationId}`)).status).toBe(200);
  const { tokens } = JSON.parse((await own("/tokens")).text);
  expect(tokens).toHaveLength(1);
  const { members } = JSON.parse((await own("/members")).text);
  expect(members.filter(({ state }: { state: string }) => state === "deactivated")).toEqual([]);
});

test("29: a body that names another organisation is refused, and changes nothing", async () => {
  const body = JSON.stringify({
    name: "M",
    email: "mass@example.com",
    roles: ["interviewer"],
    organizationId: at.theirs.organization.id,
  });
  const headers = { cookie: callers.admin.cookie, "content-type": "application/json" };
  const heard = await send(at.product.address, `${API_ROOT}/members`, { method: "POST", headers, body });
  expect(heard.status).toBe(422);
  const members = await send(at.product.address, `${API_ROOT}/members`, { headers });
  expect(members.text).not.toContain("mass@example.com");
});

test("30: the same address or title as one of theirs is free here", async () => {
  const person = { name: "Same", email: "same@example.com", roles: ["interviewer"] };
  const invite = async (admin: SignedIn) =>
    (
      await send(at.product.address, `${API_ROOT}/members`, {
        method: "POST",
        headers: { cookie: admin.cookie, "content-type": "application/json" },
        body: JSON.stringify(person),
      })
    ).status;
  const their = await signIn(at.theirs, "Their admin", ["admin"]);
  expect([await invite(their), await invite(callers.admin), await invite(callers.admin)]).toEqual([
    200, 200, 409,
  ]);
});
