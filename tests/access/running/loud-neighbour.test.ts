import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { type ClientRequest, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isRunning } from "@/db/embedded/process";
import { type Owner, openOwner } from "@/db/testing/database";
import { addressOf } from "@/lib/client/api";
import { compareCandidatesContract, listCandidatesContract } from "@/lib/contracts/candidates";
import { API_ROOT } from "@/lib/contracts/contract";
import { exportOpeningContract } from "@/lib/contracts/exports";
import type { Operation } from "@/lib/contracts/operations";
import { applyOperationsContract } from "@/lib/contracts/operations";
import { type Answer, ask } from "../../support/ask";
import { type Attacked, layOutAttack } from "../../support/attacked";
import {
  type Seated,
  type SignedIn,
  seatInterview,
  signIn,
  signInInterviewers,
} from "../../support/interviewers";
import { tab } from "../../support/operations";
import { SHARE_AS_SHIPPED } from "../../support/server";

/** Of one organisation at once, each asking again as soon as it is answered. */
const CLIENTS = 30;
/** Each a piece of its own. */
const FILE_CANDIDATES = 40;

let at: Attacked;
let owner: Owner;
let recruiters: SignedIn[];
let editors: SignedIn[];
let cards: string[];
let ned: SignedIn;
let theirs: Seated;
let other: Seated;
let flooding = true;
let flood: Promise<number[][]>;
let floodAnswered = 0;
beforeAll(async () => {
  at = await layOutAttack("access-loud-neighbour", SHARE_AS_SHIPPED);
  owner = openOwner(at.records);
  editors = await signInInterviewers(at.ours, 3);
  cards = (await seatInterview(at.ours, "Mira", editors)).scorecardIds;
  recruiters = await Promise.all(
    Array.from({ length: CLIENTS }, (_, i) => signIn(at.ours, `Recruiter ${i}`, ["recruiter"])),
  );
  ned = await signIn(at.theirs, "Ned", ["interviewer", "recruiter"]);
  theirs = await seatInterview(at.theirs, "Their Mira", [ned]);
  other = await seatInterview(at.theirs, "Their Otto", []);
});
afterAll(async () => {
  flooding = false;
  await flood;
  await owner?.end();
  await at?.end();
});

const list = (who: SignedIn) => ask(at.product.address, who.cookie, listCandidatesContract, {});
const theirFile = () =>
  ask(at.product.address, ned.cookie, exportOpeningContract, {
    openingId: at.theirs.openingId,
    format: "json",
  });
/** The first answer introduces a session to the process; from the second on it is somebody's of a house. */
async function areMet(...people: SignedIn[]): Promise<void> {
  for (const who of people) expect((await list(who)).status).toBeLessThan(500);
}
const operations = new Map<number, ReturnType<typeof tab>>();

/** The next change of one editor's own scorecard. */
function change(editor: number): Operation {
  const make = operations.get(editor) ?? tab(at.ours.rubricVersionId);
  operations.set(editor, make);
  return make({ field: "rating", dimension: "fix", value: { state: "observed", mark: 3 } });
}

const save = (editor: number, operation: Operation) =>
  ask(at.product.address, editors[editor]?.cookie ?? "", applyOperationsContract, {
    scorecardId: cards[editor],
    operations: [operation],
  });

/** Asked again until it is answered or saved, as a browser does. */
async function answeredAtLast(first: Promise<Answer>, again: () => Promise<Answer>): Promise<void> {
  for (let answer = await first; answer.status !== 200; answer = await again())
    expect(answer.status).toBe(503);
}

/**
 * The rows of two of our scorecards are held from before `begin` until `work` is over: saves of both stand meanwhile.
 * @param atOnce how many of them have begun: of a loud house, one
 */
async function whileTwoSavesStand(
  atOnce: number,
  begin: () => void,
  work: () => Promise<void>,
): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`select 1 from scorecards where id in ${tx([cards[0] ?? "", cards[1] ?? ""])} for update`;
    begin();
    await expect.poll(() => standing(tx), { timeout: 12_000 }).toBe(atOnce);
    await work();
  });
}

/** How many connections wait for what somebody holds. */
async function standing(tx: postgres.TransactionSql): Promise<number | undefined> {
  // A transaction goes on seeing the connections of its first look, unless it forgets them.
  await tx`select pg_stat_clear_snapshot()`;
  const [counted] = await tx<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  return counted?.n;
}

/** Two saves that stand while `work` goes on, and are saved once each when it is over. */
async function besideTwoSaves(atOnce: number, work: () => Promise<void>): Promise<void> {
  const standing = [change(0), change(1)];
  let both: Promise<void>[] = [];
  const begin = () => {
    both = standing.map((operation, editor) =>
      answeredAtLast(save(editor, operation), () => save(editor, operation)),
    );
  };
  await whileTwoSavesStand(atOnce, begin, work);
  await Promise.all(both);
  for (const { opId } of standing) expect(await ledger(opId)).toHaveLength(1);
}

const ledger = (opId: string) => owner`select op_id from operations where op_id = ${opId}`;

async function oursIsLoud(): Promise<void> {
  await list(ned);
  flood = Promise.all(
    recruiters.map(async (who) => {
      const statuses: number[] = [];
      for (; flooding; floodAnswered += 1) statuses.push((await list(who)).status);
      return statuses;
    }),
  );
  await expect.poll(() => at.product.log(), { timeout: 20_000 }).toContain('"msg":"more than its share"');
}

/** How the threads of a process stand behind others; class 5 is SCHED_IDLE (man 5 proc). */
const threadsOf = (pid: number) =>
  new Set(
    readdirSync(`/proc/${pid}/task`).map((thread) => {
      const fields =
        readFileSync(`/proc/${pid}/task/${thread}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      return `nice ${fields[16]}, class ${fields[38]}`;
    }),
  );

/** That have said so in the log, since the start. */
const processesThatServe = () => at.product.log().split("row-level security holds; serving").length - 1;

const lanesOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);

test("a house within its share is not held up by its own: a third save passes two that stand", async () => {
  await areMet(ned, ned, ...editors);
  await besideTwoSaves(2, async () => {
    expect((await save(2, change(2))).status).toBe(200);
  });
});

test("of reports a house within its share has three at once where others are there; the next wait, and are answered", async () => {
  const asking = recruiters.slice(0, 6);
  await areMet(ned, ned, ...asking);
  let lists: Promise<void>[] = [];
  await owner.begin(async (tx) => {
    await tx`lock table applications in access exclusive mode`;
    lists = asking.map((who) => answeredAtLast(list(who), () => list(who)));
    await expect.poll(() => standing(tx), { timeout: 12_000 }).toBe(3);
    await pause(300);
    expect(await standing(tx)).toBe(3);
  });
  await Promise.all(lists);
});

test("48: a house that asks without end waits for its own turns and is told to come back; nothing of it is lost, its neighbour is answered", async () => {
  await oursIsLoud();
  const late = change(2);
  await besideTwoSaves(1, async () => {
    const refused = save(2, late);
    const listed = await list(ned);
    expect([listed.status, JSON.stringify(listed.json)]).toEqual([
      200,
      expect.stringContaining("Their Mira"),
    ]);
    const compared = await ask(at.product.address, ned.cookie, compareCandidatesContract, {
      applications: `${theirs.applicationId},${other.applicationId}`,
    });
    expect(compared.status).toBe(200);
    const [own = ""] = theirs.scorecardIds;
    const make = tab(at.theirs.rubricVersionId);
    const written = await ask(at.product.address, ned.cookie, applyOperationsContract, {
      scorecardId: own,
      operations: [make({ field: "recommendation", value: "yes" })],
    });
    expect(written.status).toBe(200);

    const { status, retryAfter, json } = await refused;
    expect([status, Number(retryAfter) > 0]).toEqual([503, true]);
    expect(json).toMatchObject({
      problem: { code: "UNAVAILABLE", message: expect.stringContaining("more at once than its share") },
    });
  });
  await answeredAtLast(save(2, late), () => save(2, late));
  expect(await ledger(late.opId)).toHaveLength(1);
});

test("48: turns of requests that were broken off come back when their work is over", async () => {
  const { hostname, port } = new URL(at.product.address);
  const asked: ClientRequest[] = [];
  const begin = () => {
    for (const editor of [0, 1]) {
      const path = `${API_ROOT}${addressOf(applyOperationsContract, { scorecardId: cards[editor] }).url}`;
      const headers = { cookie: editors[editor]?.cookie ?? "", "content-type": "application/json" };
      const sent = request({ hostname, port, path, method: "POST", headers, agent: false });
      sent.on("error", () => {});
      sent.end(JSON.stringify({ operations: [change(editor)] }));
      asked.push(sent);
    }
  };
  await whileTwoSavesStand(1, begin, async () => {
    for (const each of asked) each.destroy();
    expect((await list(ned)).status).toBe(200);
  });
  const next = change(2);
  await answeredAtLast(save(2, next), () => save(2, next));
  expect(await ledger(next.opId)).toHaveLength(1);
});

test("a neighbour's file is made beside the loud house's reports, not in turn with them", async () => {
  await Promise.all(
    Array.from({ length: FILE_CANDIDATES }, (_, i) => seatInterview(at.theirs, `In the file ${i}`, [])),
  );
  // The first is made here: the process that makes files is started when it is first wanted.
  expect((await theirFile()).status).toBe(200);
  await expect.poll(processesThatServe, { timeout: 20_000 }).toBe(3);
  const before = floodAnswered;
  const file = await theirFile();
  const answeredMeanwhile = floodAnswered - before;
  expect(file.status).toBe(200);
  expect(JSON.stringify(file.json).match(/In the file/g)).toHaveLength(FILE_CANDIDATES);
  expect(answeredMeanwhile).toBeLessThan(FILE_CANDIDATES);
});

test.skipIf(process.platform !== "linux")(
  "a second process answers the loud house, a third makes the neighbour's files; when both are killed, others take their place and the neighbour notices nothing",
  async () => {
    const lanes = lanesOf(at.product.pid());
    const hasClass = spawnSync("chrt", ["--idle", "0", "true"]).status === 0;
    const behind = hasClass ? "nice 19, class 5" : "nice 19, class 0";
    const standings = () => lanes.map((pid) => [...threadsOf(pid)]).sort();
    await expect.poll(standings).toEqual([["nice 0, class 0"], [behind]]);
    for (const lane of lanes) process.kill(lane, "SIGKILL");
    expect((await list(ned)).status).toBe(200);
    await expect.poll(() => lanes.filter(isRunning)).toEqual([]);
    const others = () => lanesOf(at.product.pid()).filter((pid) => !lanes.includes(pid) && isRunning(pid));
    const statuses: number[] = [];
    const oneMoreFile = async () => {
      statuses.push((await theirFile()).status);
      return others().length;
    };
    await expect.poll(oneMoreFile, { timeout: 30_000, interval: 2_000 }).toBe(2);
    expect([...statuses, (await list(ned)).status].filter((status) => status !== 200)).toEqual([]);
    expect(at.product.isRunning()).toBe(true);
    flooding = false;
    const answers = (await flood).flat();
    expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(answers.filter((status) => status === 200).length).toBeGreaterThan(CLIENTS);
  },
);
