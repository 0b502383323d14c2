import { type Agent, request } from "node:http";
import type { Shot } from "../measure";

export interface Heard {
  /** 0 when no answer came. */
  status: number;
  /** From asking to the last byte. */
  ms: number;
}

/** One request of one client, read to its end; never rejects: what became of it is the answer. */
export function ask(agent: Agent, { url, method, cookie, body }: Shot): Promise<Heard> {
  return new Promise((resolve) => {
    const began = performance.now();
    const done = (status: number) => resolve({ status, ms: performance.now() - began });
    const headers = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined
        ? {}
        : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
    };
    const asked = request(url, { method, agent, headers }, (response) => {
      response.resume();
      response.once("end", () => done(response.statusCode ?? 0));
      response.once("error", () => done(0));
    });
    asked.once("error", () => done(0));
    asked.end(body);
  });
}
