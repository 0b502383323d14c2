import { connect, type Database } from "@/db/client";
import { env } from "./env";
import { isLane } from "./fair/lane";

/** More than one organisation's readers may hold at once (`download`). */
const DOWNLOAD_CONNECTIONS = 6;

/** Of a lane: a few of each loud organisation are under way there, and all of them together keep few cores of PostgreSQL. */
const LANE_CONNECTIONS = 4;

declare global {
  // One pool of each kind a process, also when the bundler loads this module more than once.
  var plumblineDatabase: Database | undefined;
  var plumblineDownloads: Database | undefined;
}

/** The app's pool of connections. */
export function database(): Database {
  globalThis.plumblineDatabase ??= connect(
    env().DATABASE_URL,
    isLane() ? { max: LANE_CONNECTIONS, oneCore: true } : {},
  );
  return globalThis.plumblineDatabase;
}

/** Connections of files on their way: whoever reads one slowly keeps none that a page or a save waits for. */
export function downloadDatabase(): Database {
  globalThis.plumblineDownloads ??= connect(env().DATABASE_URL, {
    max: DOWNLOAD_CONNECTIONS,
    oneCore: isLane(),
  });
  return globalThis.plumblineDownloads;
}
