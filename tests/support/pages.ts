import type { APIRequestContext } from "playwright/test";
import { v7 } from "uuid";
import { listCandidatesContract } from "@/lib/contracts/candidates";
import { listInterviewsContract } from "@/lib/contracts/interviews";
import { getPanelSheetContract } from "@/lib/contracts/panels";
import { startRoundContract } from "@/lib/contracts/practice-rounds";
import { findPeopleContract } from "@/lib/contracts/privacy";
import { draftRubricContract, listRubricsContract } from "@/lib/contracts/rubric-versions";
import { listScoreFilesContract } from "@/lib/contracts/score-files";

/** One page of Plumbline, whom of the cast it belongs to, and how to find its address. */
export interface PageSeen {
  name: string;
  /** First name of the cast member who opens it; null: nobody is signed in. */
  as: string | null;
  /** The page as the folders of app/ name it, and its address where that needs nothing else. */
  of: string;
  path?: (api: APIRequestContext) => Promise<string>;
  /** Takes away what was made for the look. */
  after?: (api: APIRequestContext) => Promise<void>;
  /** Answers 404 on purpose. */
  missing?: boolean;
}

/** As many as a compare sheet of 1280 px shows at ease. */
const COMPARED = 4;

const at = (path: string) => async () => path;

/** Every page, for whoever has to look at all of them: the screenshots and the accessibility journey. */
export const PAGES: readonly PageSeen[] = [
  { name: "sign-in", as: null, of: "/sign-in" },
  { name: "sign-in-mail-sent", as: null, of: "/sign-in/check-mail" },
  { name: "sign-in-error", as: null, of: "/sign-in/error", path: at("/sign-in/error?error=Verification") },
  { name: "no-organization", as: null, of: "/sign-in/no-organization" },
  { name: "interviews", as: "ada", of: "/interviews" },
  { name: "score", as: "ada", of: "/interviews/[interviewId]", path: interviewToScore },
  { name: "score-revealed", as: "ada", of: "/interviews/[interviewId]", path: submittedInterview },
  { name: "debrief", as: "lena", of: "/debriefs/[interviewId]", path: debrief },
  { name: "blank-form", as: "ada", of: "/interviews/paper" },
  {
    name: "scorecard-on-paper",
    as: "ada",
    of: "/interviews/[interviewId]/paper",
    path: async (api) => `${await submittedInterview(api)}/paper`,
  },
  { name: "candidates", as: "rosa", of: "/candidates" },
  { name: "heatmap", as: "rosa", of: "/candidates", path: at("/candidates?view=heatmap") },
  { name: "compare", as: "rosa", of: "/compare", path: comparison },
  { name: "packet", as: "rosa", of: "/compare", path: packet },
  { name: "dossier", as: "rosa", of: "/candidates/[applicationId]", path: dossier },
  { name: "panels", as: "lena", of: "/panels" },
  { name: "panels-all", as: "lena", of: "/panels", path: at("/panels?opening=all") },
  { name: "my-figures", as: "ada", of: "/panels/mine" },
  { name: "scores", as: "lena", of: "/panels/scores" },
  {
    name: "score-file",
    as: "lena",
    of: "/panels/scores/[fileId]",
    path: scoreFile,
    after: async (api) => void (await api.delete(await fileAddress(api), { data: {} })),
  },
  { name: "practice", as: "lena", of: "/practice" },
  {
    name: "practice-board",
    as: "lena",
    of: "/practice/answers/[answerKey]",
    path: at("/practice/answers/wrong-phase"),
  },
  { name: "practice-progress", as: "lena", of: "/practice/progress" },
  { name: "practice-own", as: "lena", of: "/practice/own" },
  { name: "practice-rounds", as: "lena", of: "/practice/rounds" },
  { name: "practice-team", as: "lena", of: "/practice/team" },
  { name: "practice-round", as: "lena", of: "/practice/rounds/[roundId]", path: practiceRound },
  { name: "rubric-versions", as: "lena", of: "/rubric/versions" },
  {
    name: "rubric-version",
    as: "lena",
    of: "/rubric/versions/[rubricId]",
    path: async (api) => `/rubric/versions/${(await rubricInUse(api)).id}`,
  },
  {
    name: "rubric-draft",
    as: "lena",
    of: "/rubric/versions/[rubricId]/edit",
    path: async (api) => `/rubric/versions/${await rubricDraft(api)}/edit`,
    after: discardDraft,
  },
  { name: "rubric-side-by-side", as: "lena", of: "/rubric/compare", path: sideBySide, after: discardDraft },
  { name: "rubric", as: "lena", of: "/rubric" },
  { name: "settings", as: "amos", of: "/settings" },
  { name: "devices", as: "amos", of: "/settings/devices" },
  { name: "tokens", as: "amos", of: "/settings/tokens" },
  { name: "members", as: "amos", of: "/settings/members" },
  { name: "directory", as: "amos", of: "/settings/directory" },
  { name: "import", as: "amos", of: "/settings/import" },
  { name: "privacy", as: "amos", of: "/settings/privacy" },
  { name: "privacy-person", as: "amos", of: "/settings/privacy/[candidateId]", path: somebody },
  { name: "audit", as: "amos", of: "/settings/audit" },
  { name: "offline", as: "ada", of: "/offline" },
  { name: "api-docs", as: "amos", of: "/api-docs" },
  { name: "nothing-here", as: "amos", of: "/settings/nowhere", missing: true },
];

/** Where a page is found now. */
export async function addressOf(seen: PageSeen, api: APIRequestContext): Promise<string> {
  return seen.path ? seen.path(api) : seen.of;
}

/** Somebody of the demo world, as an administrator finds them. */
async function somebody(api: APIRequestContext): Promise<string> {
  const answer = await api.get("/api/v1/privacy/people?q=an");
  const [first] = findPeopleContract.output.parse(await answer.json()).people;
  return `/settings/privacy/${first?.candidateId}`;
}

async function interviews(api: APIRequestContext) {
  const answer = await api.get("/api/v1/interviews");
  return listInterviewsContract.output.parse(await answer.json());
}

async function interviewToScore(api: APIRequestContext): Promise<string> {
  const { today, toSubmit } = await interviews(api);
  const open = [...today, ...toSubmit].find((interview) => interview.state !== "submitted");
  if (!open) throw new Error("Nobody waits for a score: the demo world gives every interviewer one today");
  return `/interviews/${open.interviewId}`;
}

async function submittedInterview(api: APIRequestContext): Promise<string> {
  const [latest] = (await interviews(api)).submitted;
  if (!latest) throw new Error("No submitted scorecard: the demo world gives every interviewer several");
  return `/interviews/${latest.interviewId}`;
}

/** The room of the candidate who most needs one. */
async function debrief(api: APIRequestContext): Promise<string> {
  const answer = await api.get("/api/v1/panels");
  const [need] = getPanelSheetContract.output.parse(await answer.json()).debriefs;
  if (!need) throw new Error("Nobody needs a debrief: the demo world has two splits");
  return `/debriefs/${need.interviewId}`;
}

async function listing(api: APIRequestContext, query = "") {
  const answer = await api.get(`/api/v1/candidates${query}`);
  return listCandidatesContract.output.parse(await answer.json());
}

/** Those with a scorecard, of the first opening that has enough of them to compare. */
async function candidates(api: APIRequestContext) {
  const { openings } = await listing(api);
  for (const { id } of openings) {
    const { candidates: rows } = await listing(api, `?openingId=${id}`);
    const scored = rows.filter((row) => row.submitted > 0);
    if (scored.length >= COMPARED) return scored;
  }
  throw new Error(`No opening has ${COMPARED} candidates with a scorecard: the demo world has several`);
}

async function comparison(api: APIRequestContext, count = COMPARED): Promise<string> {
  const some = (await candidates(api)).slice(0, count).map((row) => row.applicationId);
  return `/compare?applications=${some.join(",")}`;
}

/** Every word of every scorecard: two candidates already fill several sheets, all of one kind. */
async function packet(api: APIRequestContext): Promise<string> {
  return `${await comparison(api, 2)}&view=packet`;
}

async function dossier(api: APIRequestContext): Promise<string> {
  const [first] = await candidates(api);
  return `/candidates/${first?.applicationId}`;
}

/** One that has just begun: whoever looks at the page leads it. */
async function practiceRound(api: APIRequestContext): Promise<string> {
  const answer = await api.post("/api/v1/practice/rounds", { data: { answerKey: "extra-zero" } });
  return `/practice/rounds/${startRoundContract.output.parse(await answer.json()).roundId}`;
}

/** A small file of nobody here: eight candidates, each seen by three. */
async function scoreFile(api: APIRequestContext): Promise<string> {
  const rows = Array.from({ length: 24 }, (_, i) => `Person ${i % 8},Rater ${i % 3},${1 + (i % 5)}`);
  const content = Buffer.from(["candidate,rater,score", ...rows].join("\n"));
  const fileId = v7();
  await api.post("/api/v1/score-files", { data: { fileId, title: "june.csv", bytes: content.length } });
  const part = { data: { content: content.toString("base64") } };
  await api.put(`/api/v1/score-files/${fileId}/parts/0`, part);
  return `/panels/scores/${fileId}`;
}

async function fileAddress(api: APIRequestContext): Promise<string> {
  const answer = await api.get("/api/v1/score-files");
  const [latest] = listScoreFilesContract.output.parse(await answer.json()).files;
  return `/api/v1/score-files/${latest?.fileId}`;
}

async function rubrics(api: APIRequestContext) {
  return listRubricsContract.output.parse(await (await api.get("/api/v1/rubrics")).json());
}

async function rubricInUse(api: APIRequestContext) {
  const { versions, currentId } = await rubrics(api);
  const current = versions.find(({ id }) => id === currentId);
  if (!current) throw new Error("No rubric is in use: the demo world has one");
  return current;
}

/** The draft there is, or one begun for the look at it. */
async function rubricDraft(api: APIRequestContext): Promise<string> {
  const draft = (await rubrics(api)).versions.find(({ state }) => state === "draft");
  if (draft) return draft.id;
  const answer = await api.post("/api/v1/rubrics", { data: {} });
  return draftRubricContract.output.parse(await answer.json()).id;
}

/** Takes the draft of the rubric away, whoever began it. */
export async function discardDraft(api: APIRequestContext): Promise<void> {
  await api.delete(`/api/v1/rubrics/${await rubricDraft(api)}`, { data: {} });
}

async function sideBySide(api: APIRequestContext): Promise<string> {
  return `/rubric/compare?from=${(await rubricInUse(api)).id}&to=${await rubricDraft(api)}`;
}
