import { Socket } from "node:net";

/** Whoever reacts to a lost connection does so at once; after this nobody has anything left to write on it. */
const SETTLED_AFTER_MS = 10;

/** The part of the driver's parsed options that says where the server is; several hosts are tried in turn. */
interface Target {
  host: readonly string[];
  port: readonly number[];
  path: string | false;
}

/**
 * A socket that tells of its end first and closes a moment later.
 * postgres.js 3.4.9 keeps what waits to be written when a socket closes, and never writes again on that connection:
 * a rollback after a crash of the server made it mute for good (porsager/postgres issues 1154 and 1208).
 * Over TLS the driver wraps this in a socket of its own; there only what `keepStatements` holds back protects it.
 */
class LateClosingSocket extends Socket {
  override emit(event: string | symbol, ...details: unknown[]): boolean {
    if (event !== "close" || this.listenerCount("error") === 0) return super.emit(event, ...details);
    super.emit("error", new ConnectionClosed());
    setTimeout(() => super.emit("close", false), SETTLED_AFTER_MS);
    return true;
  }
}

class ConnectionClosed extends Error {
  readonly code = "CONNECTION_CLOSED";
  override readonly message = "The database closed the connection";
}

/** Opens the driver's connections. What is written before they stand waits, as with any socket. */
export function socketOpener(): (target: Target) => Socket & { host?: string } {
  let opened = 0;
  return ({ host, port, path }) => {
    const turn = opened % host.length;
    opened += 1;
    // The driver reads the name of the host here when it asks for TLS.
    const socket = Object.assign(new LateClosingSocket(), { host: host[turn] ?? "localhost" });
    return path ? socket.connect(path) : socket.connect(port[turn] ?? 5432, socket.host);
  };
}
