import { z } from "zod";
import type { RubricContent } from "@/lib/domain/rubric";
import { contract } from "./contract";
import { dimension, id, instant, trap } from "./values";

export const rubricContent = z.strictObject({
  question: z.string(),
  dimensions: z.record(
    dimension,
    z.strictObject({
      name: z.string(),
      hint: z.string(),
      anchors: z.record(z.string(), z.string()),
      probes: z.array(z.string()),
    }),
  ),
  poles: z.strictObject({ low: z.string(), high: z.string() }),
  traps: z.record(trap, z.strictObject({ name: z.string(), sign: z.string() })),
}) satisfies z.ZodType<RubricContent>;

export const weights = z.record(dimension, z.int().min(0).max(100));
export const fold = z.strictObject({
  "-2": z.number(),
  "-1": z.number(),
  "0": z.number(),
  "1": z.number(),
  "2": z.number(),
});

export const rubricVersion = z.object({
  id,
  number: z.int(),
  state: z.enum(["draft", "published", "retired"]),
  publishedAt: instant.nullable(),
  reason: z.string(),
  content: rubricContent,
  weights,
  fold,
});
export type RubricVersion = z.output<typeof rubricVersion>;

export const getRubricContract = contract({
  name: "getRubric",
  method: "GET",
  path: "/rubric",
  summary: "The published rubric version that new interviews use.",
  input: z.strictObject({}),
  output: rubricVersion,
});
