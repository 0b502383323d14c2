import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Who the PostgreSQL processes run as: null means "as we do ourselves". */
export type Identity = { uid: number; gid: number } | null;

/** What `nobody` is where /etc/passwd does not say. */
const NOBODY = 65_534;

/** PostgreSQL refuses to run as root, so root hands it to the folder's owner, to `postgres` or to `nobody`. */
export function identityFor(dataDir: string): Identity {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  return accountNamed("postgres") ?? accountNamed("nobody") ?? { uid: NOBODY, gid: NOBODY };
}

function accountNamed(name: string): Identity {
  if (!existsSync("/etc/passwd")) return null;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Whether `identity` can pass through every folder above `path` (root's own home usually forbids it). */
export function canReach(path: string, identity: Identity): boolean {
  if (identity === null) return true;
  const parent = dirname(path);
  if (parent !== path && !canReach(parent, identity)) return false;
  if (!existsSync(path)) return true;
  const { mode, uid, gid } = statSync(path);
  if (uid === identity.uid) return (mode & 0o100) !== 0;
  if (gid === identity.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
