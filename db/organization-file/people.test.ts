import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type Owner, openOwner, type TestDatabase } from "../testing/database";
import { layOutWorld } from "../testing/world";
import { readOrganization } from "./read";
import { writeOrganization } from "./write";

const ISSUER = "https://id.example";

let source: TestDatabase;
let there: Owner;
beforeAll(async () => {
  source = await createTestDatabase();
  there = openOwner(source);
});
afterAll(async () => {
  await there.end();
  await source.drop();
});

interface Person {
  id?: string;
  email: string | null;
  proved?: boolean;
  subjects?: string[];
}

async function makePerson(owner: Owner, { id = v7(), email, proved = true, subjects = [] }: Person) {
  await owner`insert into users (id, email, email_verified) values (${id}, ${email}, ${proved ? new Date() : null})`;
  for (const subject of subjects)
    await owner`insert into accounts (issuer, subject, user_id, type) values (${ISSUER}, ${subject}, ${id}, 'oidc')`;
  return id;
}

/** An organisation whose Ada and Ben are these people, as a file. */
async function fileWith(ada: Person, ben: Person): Promise<string> {
  const world = await layOutWorld(source.url, v7());
  for (const [name, person] of Object.entries({ Ada: ada, Ben: ben }))
    await there`update memberships set user_id = ${await makePerson(there, person)} where id = ${world.member(name).id}`;
  await world.end();
  const stream = new PassThrough();
  const whole = text(stream);
  await writeOrganization(source.ownerUrl, world.organization.id, stream);
  stream.end();
  return whole;
}

/** Brings the file to a deployment where these people are, and says who Ada and Ben are there. */
async function arrive(file: string, people: readonly Person[]) {
  const target = await createTestDatabase();
  const here = openOwner(target);
  try {
    const ids: string[] = [];
    for (const person of people) ids.push(await makePerson(here, person));
    const { known } = await readOrganization(target.ownerUrl, Readable.from(file));
    const members = await here<{ name: string; id: string; email: string | null; subjects: string[] }[]>`
      select m.name, u.id, u.email, array(select a.subject from accounts a where a.user_id = u.id order by 1) as subjects
      from memberships m join users u on u.id = m.user_id where m.name in ('Ada', 'Ben') order by m.name`;
    return { ids, known, members: members.map((row) => ({ ...row })) };
  } finally {
    await here.end();
    await target.drop();
  }
}

test("a person is known by issuer and subject, and gets no further way into the account they have", async () => {
  const file = await fileWith(
    { email: "ada@there.example", subjects: ["a-ada", "b-ada"] },
    { email: "ben@there.example", subjects: ["a-ben"] },
  );
  const { ids, known, members } = await arrive(file, [{ email: "ada@here.example", subjects: ["a-ada"] }]);
  expect(known).toBe(1);
  expect(members).toMatchObject([
    { name: "Ada", id: ids[0], email: "ada@here.example", subjects: ["a-ada"] },
    { name: "Ben", email: "ben@there.example", subjects: ["a-ben"] },
  ]);
});

test("nobody with an account is known by an address; who signs in by mail alone is, where both proved it", async () => {
  const file = await fileWith(
    { email: "ada@shared.example", subjects: ["c-ada"] },
    { email: "ben@shared.example" },
  );
  const { ids, known, members } = await arrive(file, [
    { email: "ada@shared.example", subjects: ["another"] },
    { email: "ben@shared.example" },
  ]);
  expect(known).toBe(1);
  const [ada, ben] = members;
  expect(ada).toMatchObject({ email: null, subjects: ["c-ada"] });
  expect(ids).not.toContain(ada?.id);
  expect(ben?.id).toBe(ids[1]);
});

test("an id that is taken belongs to whoever has it", async () => {
  const taken = v7();
  const file = await fileWith(
    { id: taken, email: null, subjects: ["d-ada"] },
    { email: null, subjects: ["d-ben"] },
  );
  const { known, members } = await arrive(file, [{ id: taken, email: null, subjects: ["somebody"] }]);
  expect(known).toBe(0);
  expect(members[0]).toMatchObject({ name: "Ada", subjects: ["d-ada"] });
  expect(members[0]?.id).not.toBe(taken);
});

test("two members who are one person here are refused", async () => {
  const file = await fileWith({ email: null, subjects: ["e-1"] }, { email: null, subjects: ["e-2"] });
  await expect(arrive(file, [{ email: null, subjects: ["e-1", "e-2"] }])).rejects.toThrow(/one person here/);
});
