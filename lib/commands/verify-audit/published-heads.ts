import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { PublishedHead } from "../../../db/audit-heads";

/** A line of the server's log that says a head (lib/server/publish-heads). */
const HeadLine = z.object({
  audit: z.literal("head"),
  organizationId: z.string(),
  rows: z.number().int(),
  hash: z.string(),
});

/** Every head that a log says, among whatever else it says. The same head said day after day is one. */
export async function publishedHeads(file: string): Promise<PublishedHead[]> {
  const heads = new Map<string, PublishedHead>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (!line.includes('"audit":"head"')) continue;
    const { data } = HeadLine.safeParse(parsed(line.slice(Math.max(0, line.indexOf("{")))));
    if (!data) continue;
    const { organizationId, rows, hash } = data;
    heads.set(`${organizationId} ${rows} ${hash}`, { organizationId, rows, hash });
  }
  return [...heads.values()];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
