import { createServer, type ServerResponse } from "node:http";
import { z } from "zod";
import { type Operation, sentOperation } from "@/lib/contracts/operations";

/** What happens to one request on its way: the faults of faults.md that a network or a server can play. */
export const FATES = ["fine", "dropped", "reply-lost", "busy", "signed-out", "portal", "partly"] as const;
export type Fate = (typeof FATES)[number];

/** A note with this text is what the server will never take. */
export const POISON = "poison";

const requestBody = z.object({ operations: z.array(sentOperation) });

export interface FlakyServer {
  origin: string;
  /** The insert-only ledger, by operation id: what an independent reader sees. */
  ledger: Map<string, Operation>;
  /** How many times an operation was applied; more than once would be a fault of the test itself. */
  requests: number;
  stop(): Promise<void>;
}

/** A real HTTP server on loopback that applies each operation id once, with the fates it is told. */
export async function startFlakyServer(nextFate: () => Fate): Promise<FlakyServer> {
  const ledger = new Map<string, Operation>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { operations } = requestBody.parse(JSON.parse(Buffer.concat(chunks).toString()));
    flaky.requests += 1;
    const fate = nextFate();
    if (fate === "dropped") return request.socket.destroy();
    if (fate === "busy") return refuse(response, 503, "UNAVAILABLE", "Busy");
    if (fate === "signed-out") return refuse(response, 401, "UNAUTHENTICATED", "Sign in again");
    if (fate === "portal") return response.end("<html>Welcome to the hotel</html>");
    if (operations.some(isPoison)) return refuse(response, 422, "INVALID", "This note cannot be saved");
    const taken = fate === "partly" ? operations.slice(0, Math.ceil(operations.length / 2)) : operations;
    for (const one of taken) ledger.set(one.opId, ledger.get(one.opId) ?? one);
    if (fate === "reply-lost") return request.socket.destroy();
    const applied = taken.map(({ opId }) => ({ opId, revision: ledger.size }));
    response.end(JSON.stringify({ applied, revision: ledger.size }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The test server has no port");
  const flaky: FlakyServer = {
    origin: `http://127.0.0.1:${address.port}`,
    ledger,
    requests: 0,
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
  return flaky;
}

export function isPoison({ change }: Operation): boolean {
  return change.field === "note" && change.value?.text === POISON;
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.statusCode = status;
  response.end(JSON.stringify({ problem: { code, message, details: {}, requestId: "r" } }));
}
