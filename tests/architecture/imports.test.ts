import { expect, test } from "vitest";
import { GUESTS, isIn, KEPT_PACKAGES, ROOMS, roomOf, SHARED_SCREENS } from "./law";
import { importsOf, readSources } from "./sources";

const sources = readSources();

test("the reader of imports sees every kind of import, and none in a comment", () => {
  const text = `import a from "@/lib/stats/a";\nimport {\n  b,\n} from "./b";\nexport * from "../c";\nimport "server-only";
    const d = await import("./d"); type E = typeof import("@/lib/e");\n// import f from "./f";\n/* import "./g"; */`;
  expect(importsOf("db/x.ts", text).map(({ target }) => target)).toEqual([
    "lib/stats/a",
    "db/b",
    "c",
    "server-only",
    "db/d",
    "lib/e",
  ]);
});

test("every room is found in the checkout, so the law speaks of what is there", () => {
  for (const room of ROOMS)
    expect(
      sources.some(({ path }) => isIn(path, room.path)),
      room.path,
    ).toBe(true);
});

test("every source belongs to a room", () => {
  const homeless = sources.filter(({ path }) => path.includes("/") && roomOf(path) === null);
  expect(
    homeless.map(({ path }) => `${path} stands in no room: ${list(ROOMS.map((room) => room.path))}`),
  ).toEqual([]);
});

test("the law names the file and says where the code belongs", () => {
  expect(judge("components/ui/button.tsx", "db/client")).toEqual([
    "components/ui/button.tsx imports db/client, but components may import lib/client, lib/contracts, lib/domain. components holds the screens: plain data in, callbacks out; no fetching and no statistics of their own; db holds the records: the only importers of drizzle-orm and postgres",
  ]);
  expect(judge("components/scoring/row.tsx", "components/panels/sheet")).toHaveLength(1);
  expect(judge("components/scoring/row.tsx", "components/ui/button")).toEqual([]);
});

test("imports go one way: what a room is not allowed is forbidden", () => {
  expect(
    sources.flatMap(({ path, imports }) =>
      imports.filter(({ ours }) => ours).flatMap(({ target }) => judge(path, target)),
    ),
  ).toEqual([]);
});

test("a package that one room keeps is imported nowhere else", () => {
  const strays = sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ target, ours }) =>
      KEPT_PACKAGES.filter((kept) => !ours && kept.name.test(target))
        .filter(({ rooms }) => /\//.test(path) && !rooms.some((room) => isIn(path, room)))
        .map(({ rooms, instead }) => `${path} imports ${target}, which only ${rooms[0]} may: ${instead}`),
    ),
  );
  expect(strays).toEqual([]);
});

function judge(path: string, target: string): string[] {
  const from = roomOf(path);
  const to = roomOf(target);
  if (from === null || to === null) return [];
  if (from === to) return siblingScreens(path, target);
  if (from.mayImport.some((allowed) => isIn(target, allowed))) return [];
  if (isTestHelp(path, target)) return [];
  return [
    `${path} imports ${target}, but ${from.path} may import ${list(from.mayImport)}. ${from.path} holds ${from.holds}; ${to.path} holds ${to.holds}`,
  ];
}

/** A subject's screens may use the shared ones and their own, not another subject's. */
function siblingScreens(path: string, target: string): string[] {
  if (!isIn(path, "components")) return [];
  const [mine, theirs] = [path, target].map((one) => one.split("/").slice(0, 2).join("/"));
  if (mine === theirs || SHARED_SCREENS.some((shared) => shared === theirs)) return [];
  if (GUESTS.some(({ from, to }) => from === mine && to === theirs)) return [];
  return [`${path} imports ${target}: move what both need to ${list(SHARED_SCREENS)}`];
}

/** Tests stand beside what they test and may lay out records. */
function isTestHelp(path: string, target: string): boolean {
  return (
    /\.test\.tsx?$|\/testing\//.test(path) &&
    (isIn(target, "db") || isIn(target, "tests") || isIn(target, "lib"))
  );
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "nothing of ours" : names.join(", ");
}
