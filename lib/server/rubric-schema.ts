import { z } from "zod";
import { RUBRIC_SCHEMA_PATH, rubricFile } from "@/lib/contracts/rubric-versions";

/** The JSON Schema (2020-12) of a rubric file, made from the very form that reads one. */
export function rubricFileSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(rubricFile, { target: "draft-2020-12", io: "input", unrepresentable: "any" }),
    $id: RUBRIC_SCHEMA_PATH,
    title: "A Plumbline rubric",
  };
}
