import { rmSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { openRuntimeLogin } from "@/db/login";
import { migrate } from "@/db/migrate";
import { layOutWorld } from "@/db/testing/world";
import { ensureBuilt } from "@/lib/commands/build/build";
import { ROOT, runCommand } from "@/lib/commands/command";
import { seatInterview, signIn } from "../support/interviewers";
import { SHARE_AS_SHIPPED, serveProduct } from "../support/server";
import { statementsOf } from "../support/statements";
import { interviewsOf, KIND, type Opening, seededId } from "./compare/layout";
import { firstPaints, type Paints } from "./compare/paint";
import { asTable, type CompareReport, missesOf, notMeasuredIn, type SizeReport } from "./compare/report";
import { seedScorecards } from "./compare/seed";
import { closeConnections, timeAll, timeColdFit, timeExport } from "./compare/time";
import { startOwnDatabase } from "./own-database";

const FOLDER = join(ROOT, ".cache", "bench-compare");
const SIZES = [10_000, 100_000, 1_000_000];
const COMPARED = 6;

/**
 * npm run bench:compare [-- --json] [-- --sizes 10000,100000]: what list, comparison, heatmap and export cost in an
 * organisation of ten thousand, a hundred thousand and a million scorecards, beside a bare page of the same app.
 */
await runCommand(async () => {
  const say = (line: string) => console.error(line);
  await ensureBuilt(say);
  const sizes: SizeReport[] = [];
  let paints: Paints | null = null;
  try {
    for (const scorecards of wishedSizes()) {
      const measured = await measureSize(scorecards, say);
      sizes.push(measured.report);
      paints = measured.paints;
    }
  } finally {
    closeConnections();
    rmSync(FOLDER, { recursive: true, force: true });
  }
  const growth = growthOf(sizes);
  const report: CompareReport = {
    takenAt: new Date().toISOString(),
    node: process.versions.node,
    cores: cpus().length,
    sizes,
    growth,
    paints,
    misses: missesOf(sizes, growth, paints),
    notMeasured: notMeasuredIn(sizes, paints),
  };
  console.log(process.argv.includes("--json") ? JSON.stringify(report, null, 2) : asTable(report));
  return 0;
});

/** One organisation in a PostgreSQL and an app of its own; fsync on, as in production. */
async function measureSize(
  scorecards: number,
  say: (line: string) => void,
): Promise<{ report: SizeReport; paints: Paints | null }> {
  const server = await startOwnDatabase(join(FOLDER, String(scorecards)));
  try {
    await migrate(server.url);
    const runtimeUrl = await openRuntimeLogin(server.url);
    const world = await layOutWorld(runtimeUrl);
    const recruiter = await signIn(world, "Recruiter", ["recruiter"]);
    say(`${scorecards.toLocaleString("en")} scorecards:`);
    const began = performance.now();
    const { openings } = await seedScorecards(server.url, world, scorecards, say);
    const seedSeconds = (performance.now() - began) / 1000;
    const [listed] = openings;
    if (!listed) throw new Error("No opening was seeded");
    const applicationIds = someOf(openings, listed);
    const queries = await statementsOf(runtimeUrl, world, listed.id, applicationIds);
    const seated = await signIn(world, "Seated recruiter", ["interviewer", "recruiter"]);
    await seatInterview({ ...world, openingId: listed.id }, "Still to score", [seated]);
    await world.end();
    const owner = postgres(server.url, { max: 1, onnotice: () => {} });
    const product = await serveProduct(runtimeUrl, "bench-compare", SHARE_AS_SHIPPED);
    try {
      const visit = { address: product.address, cookie: recruiter.cookie };
      const coldFitMs = await timeColdFit(visit, applicationIds);
      const timed = await timeAll(
        {
          recruiter: visit,
          seated: { address: product.address, cookie: seated.cookie },
          openingId: listed.id,
          applicationIds,
          change: async () => {
            await owner`update opening_counts set version = version + 1 where opening_id = ${listed.id}`;
          },
        },
        say,
      );
      const largest = openings.reduce((most, each) => (sizeOf(each) > sizeOf(most) ? each : most));
      say(`  export of ${largest.title} ...`);
      const exported = await timeExport(visit, largest, product.pid());
      say(`  ${exported.seconds.toFixed(0)} s, memory at most ${exported.rssPeakMb.toFixed(0)} MB`);
      const paints = await firstPaints(visit, applicationIds);
      return {
        report: { scorecards, seedSeconds, timed, queries, coldFitMs, exported },
        paints,
      };
    } finally {
      await owner.end();
      await product.stop();
    }
  } finally {
    await server.stop();
  }
}

function sizeOf({ candidates, seats }: Opening): number {
  return candidates * seats;
}

/** The first candidates of the listed opening, wherever their rows lie. */
function someOf(openings: readonly Opening[], listed: Opening): string[] {
  const ids: string[] = [];
  for (const { opening, number } of interviewsOf(openings)) {
    if (opening === listed) ids.push(seededId(KIND.application, number));
    if (ids.length === COMPARED) break;
  }
  return ids;
}

function growthOf(sizes: readonly SizeReport[]): Record<string, number> {
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (!smallest || !largest || smallest === largest) return {};
  return Object.fromEntries(
    largest.timed.flatMap(({ name, p95Ms }) => {
      const before = smallest.timed.find((each) => each.name === name);
      return before ? [[name, p95Ms / before.p95Ms]] : [];
    }),
  );
}

function wishedSizes(): number[] {
  const at = process.argv.indexOf("--sizes");
  const text = at < 0 ? null : process.argv[at + 1];
  return text ? text.split(",").map(Number).filter(Number.isInteger) : SIZES;
}
