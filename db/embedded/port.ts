import { connect, createServer } from "node:net";

export const LOOPBACK = "127.0.0.1";
/** Loopback answers at once; a longer silence means nobody is there. */
const PROBE_MS = 1_000;

/** Whether something accepts connections there. A pid file proves nothing: its process may be a zombie. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: LOOPBACK, port, timeout: PROBE_MS });
    const finish = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.once("connect", () => finish(true));
    socket.once("timeout", () => finish(false));
    socket.once("error", () => finish(false));
  });
}

/** The wished port if nobody has it, else any free one. */
export async function freePort(wished: number | null): Promise<number> {
  return (wished !== null ? await tryListen(wished) : null) ?? (await tryListen(0)) ?? 0;
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : null));
    });
  });
}
