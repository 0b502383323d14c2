import { connect, createServer, type Socket } from "node:net";

/** A stretch of network on loopback between a program and a server, to be cut, closed and led elsewhere. */
export interface Pipe {
  port: number;
  /** Ends every connection under way, as a router that reboots does. */
  cut(): void;
  /** Nothing comes through, old or new, until opened again. */
  close(): void;
  open(): void;
  /** Whoever connects from now on reaches this port. */
  leadTo(port: number): void;
  end(): Promise<void>;
}

export async function layPipe(target: number): Promise<Pipe> {
  let [goal, closed] = [target, false];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  };
  const server = createServer((near) => {
    keep(near);
    if (closed) return void near.resetAndDestroy();
    const far = connect(goal, "127.0.0.1");
    keep(far);
    near.pipe(far).pipe(near);
    near.once("close", () => far.destroy());
    far.once("close", () => near.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The pipe has no port");
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: address.port,
    cut,
    close: () => {
      closed = true;
      cut();
    },
    open: () => {
      closed = false;
    },
    leadTo: (port) => {
      goal = port;
    },
    end: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
