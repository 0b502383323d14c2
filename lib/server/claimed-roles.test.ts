import { expect, test } from "vitest";
import { rolesOf } from "./claimed-roles";
import { parseEnv } from "./env";

const OURS = "01930000-0000-7000-8000-000000000001";
const THEIRS = "01930000-0000-7000-8000-000000000002";

const meanings = (text: string) =>
  parseEnv({
    DATABASE_URL: "postgres://app@localhost/x",
    AUTH_SECRET: "s".repeat(40),
    AUTH_URL: "http://localhost:1",
    AUTH_OIDC_ROLE_CLAIM: "groups",
    AUTH_OIDC_ROLES: text,
  }).AUTH_OIDC_ROLES;

test("a meaning without an organisation holds in every one; an unknown group means the least", () => {
  const everywhere = meanings("hiring-leads=lead, recruiting=recruiter");
  for (const organization of [OURS, THEIRS]) {
    expect(rolesOf(["hiring-leads", "recruiting", "x"], everywhere, organization)).toEqual([
      "lead",
      "recruiter",
    ]);
    expect(rolesOf(["owner"], everywhere, organization)).toEqual(["interviewer"]);
  }
});

test("a meaning of one organisation decides there alone, and leaves another's administrator as they are", () => {
  const ours = meanings(`${OURS}:staff=recruiter ${OURS}:a=b=lead`);
  expect(rolesOf(["staff", "a=b"], ours, OURS)).toEqual(["recruiter", "lead"]);
  expect(rolesOf([], ours, OURS)).toEqual(["interviewer"]);
  expect(rolesOf(["staff"], ours, THEIRS)).toBeNull();
});

test.each(["staff=owner", "=lead", "staff"])("%j is refused at the start", (text) => {
  expect(() => meanings(text)).toThrow("AUTH_OIDC_ROLES");
});
