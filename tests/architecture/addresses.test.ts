import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CONTRACTS } from "@/lib/contracts/index";
import { PROVISIONING_CONTRACTS } from "@/lib/contracts/provisioning";
import { openApiDocument } from "@/lib/server/openapi";
import { PAGES } from "../support/pages";
import { filesBelow, readSources } from "./sources";

/** Which part of lib/server answers in which form. */
const DOORS = { json: "route", file: "download", events: "events" };

test.each(CONTRACTS.map((contract) => [contract.name, contract] as const))(
  "%s has its route",
  (name, contract) => {
    const file = `app/api/v1${contract.path.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`;
    expect(existsSync(file), `${file} is missing`).toBe(true);
    // What a verb begins with may follow it, to be asked ahead.
    const told = `export const ${contract.method} = ${DOORS[contract.answers ?? "json"]}\\(${name}Contract, ${name}(, \\w+)?\\);`;
    expect(readFileSync(file, "utf8")).toMatch(new RegExp(told));
  },
);

test.each(PROVISIONING_CONTRACTS.map((contract) => [contract.name, contract] as const))(
  "%s has its route, behind a directory's door",
  (name, { path, method, provisioning }) => {
    const file = `app/api/scim/v2${path.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`;
    expect(readFileSync(file, "utf8")).toContain(`export const ${method} = scim(${name}Contract, ${name});`);
    expect(provisioning).toBe(true);
  },
);

/** What answers under /api without a contract, and why it has none. */
const WITHOUT_CONTRACT: Record<string, string> = {
  "app/api/auth/[...nextauth]/route.ts": "next-auth's own forms, behind auth-door",
  "app/api/health/route.ts": "says nothing of anybody",
  "app/api/ready/route.ts": "says nothing of anybody",
  "app/api/v1/demo-session/route.ts": "begins a session, so there is no member yet; demo mode alone",
  "app/api/v1/openapi.json/route.ts": "the contracts themselves",
};

test("every route under /api is a contract's, or stands in the list of those that need none", () => {
  const routes = readSources()
    .map(({ path }) => path)
    .filter((path) => /^app\/api\/.*route\.ts$/.test(path));
  const fileOf = (root: string, path: string) =>
    `app/api/${root}${path.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`;
  const contracted = [
    ...CONTRACTS.map(({ path }) => fileOf("v1", path)),
    ...PROVISIONING_CONTRACTS.map(({ path }) => fileOf("scim/v2", path)),
  ];
  const unknown = routes.filter((path) => !contracted.includes(path) && !(path in WITHOUT_CONTRACT));
  expect(unknown).toEqual([]);
  expect(Object.keys(WITHOUT_CONTRACT).filter((path) => !routes.includes(path))).toEqual([]);
});

test("the OpenAPI document names every contract, with what goes in and out", () => {
  const document = openApiDocument("http://localhost:3000");
  expect(document.openapi).toBe("3.1.0");
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => ({ path, method, operation })),
  );
  expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
    CONTRACTS.map(({ name }) => name).sort(),
  );
  const save = document.paths?.["/scorecards/{scorecardId}/operations"]?.post;
  expect(save?.parameters).toMatchObject([{ in: "path", name: "scorecardId", required: true }]);
  expect(JSON.stringify(save?.requestBody)).toContain("clientSeq");
  expect(JSON.stringify(document.paths?.["/compare"]?.get?.parameters)).toContain("applications");
});

test("every page is looked at: by axe and by the screenshots", () => {
  const pages = filesBelow("app")
    .filter((path) => path.endsWith("/page.tsx"))
    .map((path) => path.replace(/^app|\/\([a-z]+\)|\/page\.tsx$/g, ""))
    // The bare address only sends everybody on to the page their work begins on.
    .filter((address) => address !== "");
  const seen = new Set(PAGES.map(({ of }) => of));
  expect(pages.filter((address) => !seen.has(address))).toEqual([]);
  expect(pages.length).toBeGreaterThan(30);
});
