import { createHash } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAuditChains } from "../audit-heads";
import { brokenInvariants } from "../invariants";
import { seedDemo } from "../seed/index";
import { ORGANIZATION_ID } from "../seed/people";
import { createTestDatabase, type Owner, openOwner, type TestDatabase } from "../testing/database";
import { layOutWorld, type World } from "../testing/world";
import { readOrganization } from "./read";
import { STAYS, TRAVELS } from "./tables";
import { writeOrganization } from "./write";

let source: TestDatabase;
let there: Owner;
let file = "";
/** A small organisation beside it, whose file is torn and changed in every way. */
let small: World;
let smallFile = "";
/** The deployment it is brought to: somebody lives there already. */
let target: TestDatabase;
let neighbour: World;
let here: Owner;

/** A file is read sixteen times: on a busy machine that takes a while. */
const SLOW_MS = 120_000;

/** A separator that some readers take for the end of a line, and what COPY itself escapes. */
const AWKWARD = "one\u2028two\u2029three\nfour\\five\tsix\\.";

beforeAll(async () => {
  [source, target] = [await createTestDatabase(), await createTestDatabase()];
  await seedDemo(source.ownerUrl, { today: new Date("2026-03-02T08:20:00Z") });
  [there, here] = [openOwner(source), openOwner(target)];
  const [member] =
    await there`select id, user_id from memberships where organization_id = ${ORGANIZATION_ID} order by id`;
  const o = ORGANIZATION_ID;
  await there`insert into accounts (issuer, subject, user_id, type) values ('https://id.example', 'one', ${member?.user_id}, 'oidc')`;
  await there`insert into score_files (organization_id, id, title, uploaded_by, uploaded_at, bytes, parts, kept_at)
    values (${o}, gen_random_uuid(), ${AWKWARD}, ${member?.id}, now(), 4, 1, now())`;
  await there`insert into score_file_parts select organization_id, id, 0, '\\x0a5c2e0d' from score_files`;
  await there`insert into api_tokens (organization_id, id, member_id, name, token_hash, prefix, scope, created_at, expires_at)
    values (${o}, gen_random_uuid(), ${member?.id}, 'ATS', 'secrethash', 'plumb', 'read', now(), now() + interval '1 day')`;
  await there`insert into draft_keys (organization_id, scorecard_id, author_id) select organization_id, id, author_id from scorecards limit 1`;
  await there`insert into sessions (token_hash, user_id, expires) values ('sessionhash', ${member?.user_id}, now() + interval '1 day')`;
  neighbour = await layOutWorld(target.url, "Neighbour");
  await neighbour.interview("Mira", ["Ada", "Ben"]);
  small = await layOutWorld(source.url, "Small");
  await small.interview("Noor", ["Ada"]);
  file = await fileOf(source, ORGANIZATION_ID);
  smallFile = await fileOf(source, small.organization.id);
});
afterAll(async () => {
  await Promise.all([there.end(), here.end(), small.end(), neighbour.end()]);
  await Promise.all([source.drop(), target.drop()]);
});

async function fileOf({ ownerUrl }: TestDatabase, organizationId: string): Promise<string> {
  const stream = new PassThrough();
  const whole = text(stream);
  await writeOrganization(ownerUrl, organizationId, stream);
  stream.end();
  return whole;
}

const bring = (content: string) => readOrganization(target.ownerUrl, Readable.from(content));

/** What the target holds, in numbers. */
const held = () =>
  here`select (select count(*)::int from organizations) as organizations, (select count(*)::int from users) as users,
    (select count(*)::int from accounts) as accounts, (select count(*)::int from memberships) as memberships,
    (select count(*)::int from ratings) as ratings, (select count(*)::int from audit_events) as deeds`;

/** The same file with a true seal under it: as somebody would write who knows how. */
function resealed(lines: readonly string[]): string {
  const body = `${lines.join("\n")}\n`;
  const rows = lines.filter((line) => !/^(\{"(plumbline|table)"|\\\.$)/.test(line)).length;
  return `${body}${JSON.stringify({ rows, sha256: createHash("sha256").update(body).digest("hex") })}\n`;
}

const bodyLines = () => smallFile.trimEnd().split("\n").slice(0, -1);

test(
  "what is torn, changed, of another version or of another kind is refused, and nothing of it stays",
  async () => {
    const before = await held();
    const [candidate] =
      await there`select id from candidates where organization_id = ${small.organization.id}`;
    const candidateId = String(candidate?.id);
    const other = (from: string, to: string) =>
      resealed(bodyLines().map((line) => line.replaceAll(from, to)));
    const swapped = (pattern: RegExp, to: (found: string) => string) => {
      const lines = bodyLines();
      const at = lines.findIndex((line) => pattern.test(line));
      expect([pattern, at > 0]).toEqual([pattern, true]);
      return resealed(lines.map((line, i) => (i === at ? line.replace(pattern, to) : line)));
    };
    const attempts: [string, string, RegExp][] = [
      ["torn in a table", smallFile.slice(0, smallFile.length * 0.6), /not whole/],
      ["torn between two", smallFile.slice(0, smallFile.indexOf('{"table":"ratings"')), /not whole/],
      ["without its seal", `${bodyLines().join("\n")}\n`, /not whole/],
      ["continued", `${smallFile}more\n`, /follows/],
      ["one letter changed", smallFile.replace("Noor", "Noot"), /checksum/],
      ["a row taken out", smallFile.replace(/\n[^\n{\\]+\n/, "\n"), /checksum/],
      ["of another version", other('"migrations":', '"migrations":9'), /migrations/],
      ["of another form", other('"form":1', '"form":2'), /form 2/],
      ["with a table nobody knows", other('{"table":"beats"', '{"table":"bears"'), /bears/],
      ["with sessions", other('{"table":"beats"', '{"table":"sessions"'), /sessions/],
      ["a backup", '{"plumbline":"backup","migrations":23}\n', /does not hold an organisation/],
      ["a deed rewritten", swapped(/\trubric\.publish\t/, () => "\trubric.retire\t"), /chain is broken/],
      [
        "a count otherwise",
        swapped(new RegExp(`\\t${small.openingId}\\t1\\t`), (one) => one.replace("\t1\t", "\t2\t")),
        /agree with itself/,
      ],
      [
        "a row without its parent",
        other(`${small.organization.id}\t${candidateId}\t`, `${small.organization.id}\t${v7()}\t`),
        /without its candidates/,
      ],
      [
        "somebody else's organisation",
        other(small.organization.id, neighbour.organization.id),
        /here already/,
      ],
      ["a row for somebody else", smuggled(), /rows of another organisation/],
      ["a row twice", repeated(), /row of openings that these records refuse/],
    ];
    for (const [what, content, refusal] of attempts)
      await expect([
        what,
        await bring(content).then(
          () => "taken in",
          (error: Error) => error.message,
        ),
      ]).toEqual([what, expect.stringMatching(refusal)]);
    expect(await held()).toEqual(before);
  },
  SLOW_MS,
);

/** The same row once more, under a true seal: only PostgreSQL can tell. */
function repeated(): string {
  const lines = bodyLines();
  const at = lines.findIndex((line) => line.startsWith('{"table":"openings"'));
  return resealed([...lines.slice(0, at + 1), lines[at + 1] ?? "", ...lines.slice(at + 1)]);
}

/** One more opening, of the organisation that lives in the target. */
function smuggled(): string {
  const lines = bodyLines();
  const at = lines.findIndex((line) => line.startsWith('{"table":"openings"'));
  const row = lines[at + 1] ?? "";
  const theirs = row
    .replace(small.organization.id, neighbour.organization.id)
    .replace(/\t[0-9a-f-]{36}\t[^\t]*/, "\t00000000-0000-7000-8000-0000000000ff\tA title of its own");
  return resealed([...lines.slice(0, at + 1), theirs, ...lines.slice(at + 1)]);
}

test("an organisation brought elsewhere is the same row for row, and the one that lives there is untouched", async () => {
  const theirs = await fileOf(target, neighbour.organization.id);
  const read = await bring(file);
  expect(read).toMatchObject({ organization: { id: ORGANIZATION_ID }, known: 0 });
  expect(read.rows).toBeGreaterThan(1000);
  expect(await fileOf(target, ORGANIZATION_ID)).toBe(file);
  expect(await fileOf(target, neighbour.organization.id)).toBe(theirs);
  expect(await brokenInvariants(target.ownerUrl)).toEqual([]);
  const [head] =
    await there`select seq::text, encode(hash, 'hex') as hash from audit_heads where organization_id = ${ORGANIZATION_ID}`;
  const heads = await verifyAuditChains(neighbour.database);
  expect(heads).toContainEqual({
    ...{ organizationId: ORGANIZATION_ID, rows: Number(head?.seq), hash: head?.hash, brokenAt: null },
  });
  const title =
    await here`select title, content from score_files f join score_file_parts p on p.file_id = f.id`;
  expect(title).toMatchObject([{ title: AWKWARD, content: Buffer.from("\n\\.\r") }]);
});

test("no secret travels: no session, link, token or key of a draft", async () => {
  expect(file).not.toMatch(/secrethash|sessionhash/);
  for (const table of Object.keys(STAYS)) expect(file).not.toContain(`{"table":"${table}"`);
  const found =
    await here`select 1 from api_tokens union all select 1 from draft_keys union all select 1 from sessions`;
  expect(found).toHaveLength(0);
  expect(TRAVELS.filter((table) => !file.includes(`{"table":"${table}"`))).toEqual([]);
});

test("what is there already is not brought twice", async () => {
  const before = await held();
  await expect(bring(file)).rejects.toThrow(/is here already/);
  expect(await held()).toEqual(before);
});
