import { z } from "zod";

/** One key of an input or output, as an integrator reads it. */
export interface ApiField {
  name: string;
  type: string;
  required: boolean;
}

type JsonSchema = z.core.JSONSchema.JSONSchema;
type JsonNode = z.core.JSONSchema._JSONSchema;

/** The keys of a contract's input or output, one level deep; deeper objects are told as part of the type. */
export function fieldsOf(schema: z.ZodType, io: "input" | "output"): ApiField[] {
  const json = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  // One of several shapes: every key that any of them has; required is what all of them have.
  const shapes = (json.anyOf ?? json.oneOf ?? [json]).filter((shape) => typeof shape === "object");
  const nodes = new Map<string, JsonNode[]>();
  for (const shape of shapes)
    for (const [name, node] of Object.entries(shape.properties ?? {}))
      nodes.set(name, [...(nodes.get(name) ?? []), node]);
  return [...nodes].map(([name, found]) => ({
    name,
    type: [...new Set(found.map((node) => typeInWords(node, json)))].join(" | "),
    required: shapes.every((shape) => shape.required?.includes(name)),
  }));
}

/** How many keys of a nested object are named before "…". */
const KEYS_NAMED = 6;

function typeInWords(node: JsonNode, root: JsonSchema): string {
  if (typeof node === "boolean") return "anything";
  if (node.$ref) return "object";
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = node.anyOf ?? node.oneOf;
  if (choices) return [...new Set(choices.map((choice) => typeInWords(choice, root)))].join(" | ");
  if (node.type === "array") {
    const items = Array.isArray(node.items) ? node.items[0] : node.items;
    return `list of ${items ? typeInWords(items, root) : "anything"}`;
  }
  if (node.type === "object") return objectInWords(node);
  const type = [node.type ?? "anything"].flat().join(" | ");
  return node.format ? `${type} (${node.format})` : type;
}

function objectInWords(node: JsonSchema): string {
  const keys = Object.keys(node.properties ?? {});
  if (keys.length === 0) return "object";
  const named = keys.slice(0, KEYS_NAMED).join(", ");
  return `{ ${named}${keys.length > KEYS_NAMED ? ", …" : ""} }`;
}
