import { env } from "@/lib/server/env";
import { openApiDocument } from "@/lib/server/openapi";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json(openApiDocument(new URL(env().AUTH_URL).origin));
}
