import { expect, test } from "vitest";
import { parseEnv } from "./env";

const RUNNING = {
  DATABASE_URL: "postgres://plumbline_login:secret@db.example/plumbline",
  AUTH_SECRET: "s".repeat(40),
  AUTH_URL: "https://plumbline.example",
};

test("one-click sign-in stays off on a real database unless that database is named for it", () => {
  expect(parseEnv(RUNNING).PLUMBLINE_DEMO).toBeUndefined();
  expect(parseEnv({ ...RUNNING, PLUMBLINE_DEMO: "plumbline" }).PLUMBLINE_DEMO).toBe("plumbline");
  for (const other of ["1", "true", "another"])
    expect(() => parseEnv({ ...RUNNING, PLUMBLINE_DEMO: other })).toThrow(/never on by accident/);
});

test("everything that is wrong stands in one line", () => {
  expect(() => parseEnv({ AUTH_SECRET: "short" })).toThrow(
    /DATABASE_URL is not set; .*AUTH_SECRET must have/,
  );
});
