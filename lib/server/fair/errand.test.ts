import { expect, test } from "vitest";
import { errandOf } from "./errand";

test.each([
  ["GET", "/candidates", "report"],
  ["GET", "/api/v1/compare", "report"],
  ["HEAD", "/api/v1/candidates", "report"],
  ["POST", "/api/v1/scorecards/0193/operations", "change"],
  ["PUT", "/api/scim/v2/Users/0193", "change"],
  ["GET", "/api/v1/openings/0193/export", "file"],
  ["GET", "/api/v1/openings/0193/export/more", "report"],
  ["POST", "/api/v1/imports", "file"],
  ["GET", "/api/v1/events", "stream"],
] as const)("%s %s is a %s", (method, path, errand) => {
  expect(errandOf(method, path)).toBe(errand);
});
