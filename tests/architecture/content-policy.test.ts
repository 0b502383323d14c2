import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { pagePolicy, SONNER_STYLE_HASH } from "@/lib/server/front/headers";
import { ROOT } from "./sources";

test("the one style the policy lets in by its hash is the one sonner brings", () => {
  const source = readFileSync(join(ROOT, "node_modules/sonner/dist/index.mjs"), "utf8");
  const written = /__insertCSS\((".*")\)/.exec(source)?.[1];
  const css = z.string().parse(JSON.parse(written ?? "null"));
  expect(`'sha256-${createHash("sha256").update(css).digest("base64")}'`).toBe(SONNER_STYLE_HASH);
});

test("no script runs but by its nonce, and nothing is loaded from elsewhere", () => {
  const policy = new Map(
    pagePolicy("N")
      .split("; ")
      .map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)] as const),
  );
  expect(policy.get("script-src")).toEqual(["'nonce-N'", "'strict-dynamic'"]);
  const everything = [...policy.values()].flat().join(" ");
  expect(everything).not.toMatch(/unsafe-eval|https?:|\*/);
  const inline = [...policy].filter(([, sources]) => sources.includes("'unsafe-inline'"));
  expect(inline.map(([name]) => name)).toEqual(["style-src-attr"]);
});
