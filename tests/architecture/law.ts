/** A room, what of ours it may import, and what belongs in it: said to whoever put code in the wrong place. */
export interface Room {
  path: string;
  mayImport: readonly string[];
  holds: string;
}

/** The more specific room comes first. What is not allowed here is forbidden (architecture.md, "Allowed imports"). */
export const ROOMS: readonly Room[] = [
  { path: "lib/stats", mayImport: [], holds: "statistics: pure, and knowing no interview" },
  {
    path: "lib/analysis",
    mayImport: ["lib/stats"],
    holds: "the report on a table of ratings: pure, one for the command and the panel sheet",
  },
  { path: "lib/domain", mayImport: ["lib/stats"], holds: "the rules: pure; time and chance are arguments" },
  { path: "lib/practice", mayImport: ["lib/domain"], holds: "the practice library: what people practise on" },
  { path: "lib/contracts", mayImport: ["lib/domain"], holds: "the forms: one zod object a noun" },
  {
    path: "lib/services",
    mayImport: ["db", "lib/analysis", "lib/contracts", "lib/domain", "lib/practice", "lib/stats"],
    holds: "the verbs: authorise, one transaction, audit, view model",
  },
  {
    path: "lib/server",
    mayImport: ["lib/services", "lib/contracts", "lib/domain", "db"],
    holds: "the door's works: session, route(), env, log, events",
  },
  {
    path: "lib/client",
    mayImport: ["lib/contracts", "lib/domain"],
    holds: "the browser's side: API client, outbox, timer, storage",
  },
  {
    path: "lib/commands",
    mayImport: ["db", "lib"],
    holds: "the commands: what npm run starts; no screen and no address",
  },
  {
    path: "db/seed",
    mayImport: ["db", "lib/domain", "lib/practice"],
    holds: "the demo world: plain data, written through db/writes; it practises on the library",
  },
  {
    path: "db",
    mayImport: ["lib/domain"],
    holds: "the records: the only importers of drizzle-orm and postgres",
  },
  {
    path: "components",
    mayImport: ["lib/client", "lib/contracts", "lib/domain"],
    holds: "the screens: plain data in, callbacks out; no fetching and no statistics of their own",
  },
  {
    path: "app",
    mayImport: ["components", "lib/services", "lib/server", "lib/contracts", "lib/domain"],
    holds: "the addresses: params, one verb, one component",
  },
  {
    path: "tests",
    mayImport: ["app", "components", "db", "lib", "tests"],
    holds: "tests by person and fault",
  },
];

/** Screens of one subject stand apart; only these are there for all of them. */
export const SHARED_SCREENS = ["components/ui", "components/charts", "components/shell"];

/** One subject that stands on another's screens, and why. */
export const GUESTS: readonly { from: string; to: string; because: string }[] = [
  {
    from: "components/practice",
    to: "components/scoring",
    because: "practice is scored on the very board that interviews are scored on",
  },
  {
    from: "components/debriefs",
    to: "components/scoring",
    because: "a second thought is written on the same form wherever it comes",
  },
  {
    from: "components/debriefs",
    to: "components/comparison",
    because: "a mark with its anchor and evidence reads as it does in the dossier",
  },
];

/** Packages that one room alone may know. */
export const KEPT_PACKAGES: readonly { name: RegExp; rooms: readonly string[]; instead: string }[] = [
  {
    name: /^(drizzle-orm|postgres|pg-boss|@auth\/drizzle-adapter)(\/|$)/,
    rooms: ["db", "tests"],
    instead: "ask db/queries or db/writes for it",
  },
  {
    name: /^recharts(\/|$)/,
    rooms: ["components/charts"],
    instead: "draw it with a chart of components/charts",
  },
];

export function roomOf(path: string): Room | null {
  return ROOMS.find((room) => isIn(path, room.path)) ?? null;
}

export function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
