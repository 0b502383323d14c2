import { expect, test } from "vitest";
import { verdictOf } from "@/lib/commands/gate/dependencies";

const report = (high: number, critical: number, vulnerabilities = {}) =>
  JSON.stringify({ metadata: { vulnerabilities: { low: 3, high, critical } }, vulnerabilities });

test("a registry that answers nothing, or something else, is never taken for clean", () => {
  for (const output of ["", "{}", '{"error":{"code":"ENOAUDIT"}}', "<html>"])
    expect(verdictOf(output)).toMatchObject({
      passed: 0,
      failed: 0,
      note: expect.stringMatching(/^not checked/),
    });
});

test("high and critical holes fail the gate by name; lower ones do not", () => {
  const named = { "left-pad": { severity: "critical" }, trim: { severity: "low" } };
  expect(verdictOf(report(0, 1, named))).toEqual({ passed: 0, failed: 1, note: "left-pad" });
  expect(verdictOf(report(0, 0, { trim: { severity: "low" } }))).toEqual({ passed: 1, failed: 0 });
});
