import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { ROOT } from "./sources";

const journal = z.object({
  entries: z.array(z.object({ idx: z.int(), when: z.int(), tag: z.string() })),
});

test("migrations are numbered in the order they run, and each is later than the one before: an older one would be passed over", () => {
  const folder = join(ROOT, "db", "migrations");
  const { entries } = journal.parse(JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")));
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.sort());
  for (const [place, { idx, when, tag }] of entries.entries()) {
    expect({ tag, idx }).toEqual({ tag, idx: place });
    expect(tag.slice(0, 4)).toBe(String(place + 1).padStart(4, "0"));
    expect(when).toBeGreaterThan(entries[place - 1]?.when ?? 0);
  }
});
