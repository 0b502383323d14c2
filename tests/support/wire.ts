import { request } from "node:http";
import { connect, createServer, type Server } from "node:net";

export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface Heard {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** One request with exactly these headers: fetch would not let a test forge Host, or the address behind a proxy. */
export function send(
  address: string,
  path: string,
  { method = "GET", headers = {}, body }: Sent = {},
): Promise<Heard> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(", ")]),
          ),
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asked.on("error", reject);
    // Node would send a DELETE's body without saying how long it is, and nobody would read it.
    const isStated = asked.hasHeader("content-length") || asked.hasHeader("transfer-encoding");
    if (body !== undefined && !isStated) asked.setHeader("content-length", Buffer.byteLength(body));
    asked.end(body);
  });
}

/** Bytes as they are, and whatever comes back until the server closes. */
export function sendRaw(address: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on("data", (chunk) => {
      text += chunk.toString("utf8");
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(text));
  });
}

/** A listener on loopback that nobody may be made to call. */
export interface Canary {
  host: string;
  calls(): number;
  stop(): Promise<void>;
}

export async function startCanary(): Promise<Canary> {
  let calls = 0;
  const server: Server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The canary has no port");
  return {
    host: `127.0.0.1:${address.port}`,
    calls: () => calls,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
