import { rubricFileSchema } from "@/lib/server/rubric-schema";

/** The published shape of a rubric file. It tells nothing of anybody, so that tools may read it unsigned. */
export function GET(): Response {
  return Response.json(rubricFileSchema(), { headers: { "content-type": "application/schema+json" } });
}
