import type { z } from "zod";

/** The one door: every mutation and every read of the browser goes through here. */
export const API_ROOT = "/api/v1";

/** One address of the API: what it takes, what it answers. Server, browser and OpenAPI read the same object. */
export interface Contract<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** The verb's name in `lib/services`, and the operation id in the OpenAPI document. */
  name: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Under `/api/v1` (a directory's: under `/api/scim/v2`); `{names}` are keys of the input. Other keys travel in the query (GET) or as a JSON body. */
  path: `/${string}`;
  summary: string;
  /** JSON when not said: "file" is a download, "events" a stream of server-sent events. */
  answers?: "file" | "events";
  input: Input;
  /** What travels: the whole of a JSON answer, one event of a stream, the text of a file. */
  output: Output;
  /** Whole files in or out: counted against a limit of their own, and may have a body of many megabytes. */
  heavy?: true;
  /** For somebody who is signed in, never for a program with a token: nothing may make itself another way in. */
  personal?: true;
  /** For a directory with a token of that scope, and nobody else: SCIM, in its own form and under its own root. */
  provisioning?: true;
}

/** A contract as a page carries it that must not wait for its shapes: the address alone, and the way to the whole. */
export interface Outline<C extends Contract> extends Pick<Contract, "name" | "method" | "path"> {
  whole: () => Promise<C>;
}

export type InputOf<C extends Contract> = z.output<C["input"]>;
export type OutputOf<C extends Contract> = z.output<C["output"]>;

/** Keeps the precise zod types of a contract's input and output. */
export function contract<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Contract<Input, Output>,
): Contract<Input, Output> {
  return definition;
}

/** The names between braces in a contract's path. */
export function pathKeys(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
}
