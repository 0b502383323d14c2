import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** One figure another program produced. `value` null: must be undefined; `tol_abs` null: for information. */
const expectation = z.object({
  stat: z.string(),
  value: z.json().default(null),
  tol_abs: z.number().nullable().default(null),
});

const referenceCase = z.object({
  id: z.string(),
  family: z.string(),
  title: z.string().default(""),
  data: z.record(z.string(), z.unknown()),
  expected: z.array(expectation),
});

export type Expectation = z.infer<typeof expectation>;

/** A case as read, with the folder its data files lie in. */
export type ReferenceCase = z.infer<typeof referenceCase> & { readonly folder: string };

/** A case file that could not be read: reported as a failure, never skipped. */
export interface UnreadableCase {
  readonly file: string;
  readonly problem: string;
}

/** Every case of a folder (a file holds one case, or an array of them), in the order of file names. */
export function readCases(folder: string): { cases: ReferenceCase[]; unreadable: UnreadableCase[] } {
  const cases: ReferenceCase[] = [];
  const unreadable: UnreadableCase[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".json")) continue;
    try {
      const text = readFileSync(path.join(folder, file), "utf8");
      const content: unknown = JSON.parse(text);
      const found = z.array(referenceCase).parse(Array.isArray(content) ? content : [content]);
      cases.push(...found.map((one) => ({ ...one, folder })));
    } catch (cause) {
      unreadable.push({ file, problem: cause instanceof Error ? cause.message : String(cause) });
    }
  }
  return { cases, unreadable };
}
