import { OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { API_ROOT, type Contract, pathKeys } from "@/lib/contracts/contract";
import { CONTRACTS } from "@/lib/contracts/index";
import { problemBody } from "@/lib/contracts/problem";

/** The OpenAPI 3.1 document, generated from the very contracts that the routes run. */
export function openApiDocument(origin: string) {
  const registry = new OpenAPIRegistry();
  const cookie = registry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "authjs.session-token",
  });
  const token = registry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  for (const contract of CONTRACTS) {
    registry.registerPath({
      operationId: contract.name,
      method: contract.method.toLowerCase() as "get" | "post" | "put" | "delete",
      path: contract.path,
      summary: contract.summary,
      security: [{ [cookie.name]: [] }, ...(contract.personal ? [] : [{ [token.name]: [] }])],
      request: requestOf(contract),
      responses: {
        200: { description: "Done", content: answerOf(contract) },
        default: { description: "Refused: what, where, and what to do", content: json(problemBody) },
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Plumbline",
      version: "1",
      description: "Everything the screens can do, through the same door.",
    },
    servers: [{ url: `${origin}${API_ROOT}` }],
  });
}

function requestOf({ input, path, method }: Contract) {
  if (!(input instanceof z.ZodObject)) return {};
  const keys = new Set(pathKeys(path));
  const pick = (inPath: boolean) =>
    z.object(Object.fromEntries(Object.entries(input.shape).filter(([key]) => keys.has(key) === inPath)));
  const rest = pick(false);
  return {
    ...(keys.size > 0 ? { params: pick(true) } : {}),
    ...(Object.keys(rest.shape).length === 0
      ? {}
      : method === "GET"
        ? { query: rest }
        : { body: { required: true, content: json(rest) } }),
  };
}

/** A file's type follows from the format asked for; a stream is described by one of its events. */
function answerOf({ answers, output }: Contract) {
  if (answers === "events") return { "text/event-stream": { schema: output } };
  return answers === "file" ? { "application/octet-stream": { schema: output } } : json(output);
}

function json(schema: z.ZodType) {
  return { "application/json": { schema } };
}
