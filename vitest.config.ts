import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const NEVER = ["node_modules/**", ".next/**", ".data/**", ".cache/**", "tests/e2e/**"];
/** Pure rooms need no records: their tests are the quick part of the gate. */
const PURE = ["lib/{stats,analysis,domain,contracts,practice}/**/*.test.ts", "components/**/*.test.{ts,tsx}"];
/** Pure too, but they put a disk and a clock of their own into the globals: each file by itself. */
const CLIENT = ["lib/client/**/*.test.ts"];
/** These look at the checkout itself, or start the commands as a person would. */
const ARCHITECTURE = ["tests/architecture/**/*.test.ts"];
/** The demo world, replayed twice, and the records' invariants over it. */
const WORLD = ["db/seed/**/*.test.ts"];
const COMMANDS = ["tests/commands/**/*.test.ts"];
/** Attacks on the production server: each file has a server and a database of its own. */
const ACCESS = ["tests/access/running/**/*.test.ts", "tests/faults/nonsense.test.ts"];
/** These kill and crowd the production server: one at a time, on a build that stands. */
const FAULTS = ["tests/faults/**/*.test.ts"];

/** Minutes long, in small files: begun last, they would go on alone while a core stands idle. */
const LONGEST = [
  "noninterference.test.ts",
  "nonsense.test.ts",
  "moved.test.ts",
  "production.test.ts",
  "erasure.test.ts",
];
const rank = ({ moduleId }: TestSpecification) => {
  const found = LONGEST.findIndex((name) => moduleId.endsWith(name));
  return found < 0 ? LONGEST.length : found;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    environment: "node",
    setupFiles: ["tests/support/fast-check-seed.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Left to itself vitest keeps a core free: of two, that is half.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: "pure", include: PURE, exclude: NEVER, pool: "threads", isolate: false },
      },
      { extends: true, test: { name: "client", include: CLIENT, exclude: NEVER, pool: "threads" } },
      { extends: true, test: { name: "architecture", include: ARCHITECTURE, exclude: NEVER } },
      {
        extends: true,
        test: {
          name: "commands",
          include: COMMANDS,
          exclude: NEVER,
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: FAULTS,
          exclude: [...NEVER, ...ACCESS],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          globalSetup: "db/testing/global-setup.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "access",
          include: ACCESS,
          exclude: NEVER,
          testTimeout: 240_000,
          globalSetup: "db/testing/global-setup.ts",
        },
      },
      {
        extends: true,
        test: {
          name: "records",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [
            ...NEVER,
            ...PURE,
            ...CLIENT,
            ...ARCHITECTURE,
            ...COMMANDS,
            ...ACCESS,
            ...FAULTS,
            ...WORLD,
          ],
          globalSetup: "db/testing/global-setup.ts",
        },
      },
      {
        extends: true,
        test: { name: "world", include: WORLD, exclude: NEVER, globalSetup: "db/testing/global-setup.ts" },
      },
    ],
  },
});
