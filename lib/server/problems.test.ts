import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Problem } from "@/lib/domain/errors";
import { asProblem, problemResponse } from "./problems";

const coded = (code: string) => Object.assign(new Error("told by the driver"), { code });

beforeAll(() => {
  // The log asks how the server is set up.
  vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none");
  vi.stubEnv("AUTH_URL", "http://localhost:1");
  vi.stubEnv("AUTH_SECRET", "x".repeat(43));
  vi.stubEnv("LOG_LEVEL", "silent");
});
afterAll(() => vi.unstubAllEnvs());

describe("what the database says, at the door", () => {
  test.each([
    ["08006", "a connection that broke"],
    ["ECONNREFUSED", "nobody listens"],
    ["CONNECTION_CLOSED", "closed in mid-query"],
    ["57P01", "an administrator ended it"],
    ["53300", "it has too many connections"],
    ["53100", "its disk is full"],
    ["25006", "it is a replica, or read-only"],
    ["55P03", "a lock was not free in time"],
    ["57014", "a statement took too long"],
    ["40001", "two writers met, time and again"],
    ["40P01", "two writers waited for each other, time and again"],
    ["POOL_FULL", "every connection is at work"],
  ])("%s: %s; later is right", async (code) => {
    const cause = coded(code);
    expect(asProblem(new Error("Failed query", { cause }))).toMatchObject({ code: "UNAVAILABLE" });
    const answer = problemResponse(cause, "r");
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test.each(["23505", "42P01", "22001"])("%s is a fault of ours, and says so", (code) => {
    expect(asProblem(coded(code))).toMatchObject({ code: "INTERNAL" });
  });

  test("a problem of ours stays what it is, and every answer says the server's time", () => {
    const problem = new Problem("CONFLICT", "No");
    expect(asProblem(problem)).toBe(problem);
    const said = Number(problemResponse(problem, "r").headers.get("x-plumbline-time"));
    expect(Math.abs(said - Date.now())).toBeLessThan(60_000);
  });
});
