import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RUNTIME_LOGIN } from "@/db/migrate";
import { parseEnv } from "@/lib/server/env";
import { ROOT } from "./sources";

const dockerfile = read("Dockerfile");
const compose = read("compose.yaml");

test("what the Dockerfile copies is there, and what it runs is a script of ours", () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \.\/?$/gm)].flatMap(
    (match) => match[1]?.split(" ") ?? [],
  );
  expect(copied.length).toBeGreaterThan(3);
  expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const { scripts } = JSON.parse(read("package.json"));
  for (const [, script] of dockerfile.matchAll(/npm", "run", "([\w-]+)"|npm run ([\w-]+)/g)) {
    if (script) expect(scripts).toHaveProperty(script);
  }
});

test("the image runs as an ordinary user and is asked for its health where the app answers", () => {
  const server = dockerfile.slice(dockerfile.indexOf("AS server"));
  expect(server).toMatch(/^USER node$/m);
  expect(server).toContain("/api/health");
  expect(existsSync(join(ROOT, "app/api/health/route.ts"))).toBe(true);
  expect(server).toMatch(/^EXPOSE 3000$/m);
});

test("neither secrets nor records can get into an image", () => {
  const ignored = read(".dockerignore").split("\n");
  for (const path of [".data", ".env", ".env.*", ".git", "node_modules"]) expect(ignored).toContain(path);
});

test("compose waits for a healthy database, migrates as its owner, then serves as the app's own role", () => {
  expect(section("migrate")).toMatch(/database:\s+condition: service_healthy/);
  expect(section("app")).toMatch(/migrate:\s+condition: service_completed_successfully/);
  expect(section("migrate")).toContain("postgres://plumbline_owner:");
  expect(section("app")).toContain(`postgres://${RUNTIME_LOGIN}:`);
  expect(section("database")).toContain("pg_isready");
  for (const [, target] of compose.matchAll(/target: (\w+)/g)) expect(dockerfile).toContain(` AS ${target}`);
});

test("the environment that compose gives the app is one it accepts", () => {
  const given: Record<string, string> = {
    OWNER_PASSWORD: "owner-password-0123",
    RUNTIME_PASSWORD: "runtime-password-0123",
    AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  };
  const environment = Object.fromEntries(
    [...section("app").matchAll(/^ {6}([A-Z_]+): (.+)$/gm)].map(([, name = "", value = ""]) => [
      name,
      value.replace(
        /\$\{(\w+)(?::[-?]([^}]*))?\}/g,
        (_, variable: string, fallback = "") => given[variable] ?? fallback,
      ),
    ]),
  );
  const env = parseEnv(environment);
  expect(new URL(env.DATABASE_URL).username).toBe(RUNTIME_LOGIN);
  expect(env.PLUMBLINE_DEMO).toBeUndefined();
});

test("the preparation for a bare machine is a script that can be run, and ends in the one gate", () => {
  expect(statSync(join(ROOT, ".ci/run")).mode & 0o111).not.toBe(0);
  expect(spawnSync("bash", ["-n", join(ROOT, ".ci/run")]).status).toBe(0);
  expect(read(".ci/run").trimEnd().endsWith("exec npm test")).toBe(true);
});

function section(service: string): string {
  const start = compose.indexOf(`\n  ${service}:\n`);
  expect(start, `${service} in compose.yaml`).toBeGreaterThan(0);
  const rest = compose.slice(start + 1);
  return rest.slice(0, rest.search(/\n {2}\w+:\n|\n\w+:\n/) + 1 || undefined);
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
