import { expect, test } from "vitest";
import { pagePolicy } from "@/lib/server/front/headers";

test("no script runs but by its nonce, and nothing is loaded from elsewhere", () => {
  const policy = new Map(
    pagePolicy("N")
      .split("; ")
      .map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)] as const),
  );
  expect(policy.get("script-src")).toEqual(["'nonce-N'", "'strict-dynamic'"]);
  expect(policy.get("style-src-elem")).toEqual(["'self'", "'nonce-N'"]);
  const everything = [...policy.values()].flat().join(" ");
  expect(everything).not.toMatch(/unsafe-eval|https?:|\*/);
  const inline = [...policy].filter(([, sources]) => sources.includes("'unsafe-inline'"));
  expect(inline.map(([name]) => name)).toEqual(["style-src-attr"]);
});
