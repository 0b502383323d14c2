import { rmSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { openRuntimeLogin } from "@/db/login";
import { migrate } from "@/db/migrate";
import { layOutWorld } from "@/db/testing/world";
import { ensureBuilt } from "@/lib/commands/build/build";
import { ROOT, runCommand } from "@/lib/commands/command";
import { SHARE_AS_SHIPPED, serveProduct } from "../support/server";
import { loudHouse, quietHouse } from "./isolation/houses";
import { asTable, figuresOf, type IsolationReport, missedOf, onsetOf } from "./isolation/report";
import { atHumanPace, type Met, SETTLE_MS, startFlood } from "./isolation/rounds";
import { sumOf, type Tally } from "./isolation/tally";
import { startOwnDatabase } from "./own-database";
import { durabilityOf } from "./stand";

const FOLDER = join(ROOT, ".cache", "bench-isolation");
const ROUNDS = 12;
const ROUND_MS = 15_000;
const WARM_UP_MS = 6_000;

/**
 * npm run bench:isolation [-- --json] [-- --processes N]: what one organisation meets while another asks without end,
 * with the limits of production. Nothing else may run on the machine.
 */
await runCommand(async () => {
  const say = (line: string) => console.error(line);
  const { values } = parseArgs({
    options: { json: { type: "boolean" }, processes: { type: "string", default: "1" } },
  });
  await ensureBuilt(say);
  const server = await startOwnDatabase(FOLDER);
  try {
    const report = await measure(server.url, Number(values.processes), say);
    console.log(values.json ? JSON.stringify(report, null, 2) : asTable(report));
    return missedOf(report).length > 0 ? 1 : 0;
  } finally {
    await server.stop();
    rmSync(FOLDER, { recursive: true, force: true });
  }
});

async function measure(
  ownerUrl: string,
  processes: number,
  say: (line: string) => void,
): Promise<IsolationReport> {
  await migrate(ownerUrl);
  const runtimeUrl = await openRuntimeLogin(ownerUrl);
  const [loud, quiet] = [await layOutWorld(runtimeUrl, "Loud"), await layOutWorld(runtimeUrl, "Quiet")];
  const [plan, asksAt] = [await loudHouse(loud, ownerUrl, say), await quietHouse(quiet)];
  const product = await serveProduct(runtimeUrl, "bench-isolation", {
    ...SHARE_AS_SHIPPED,
    WEB_CONCURRENCY: String(processes),
    RATE_LIMIT_SCALE: "1",
  });
  const flood = startFlood(plan, product.address);
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const asks = asksAt(product.address);
    say("Warming up ...");
    await atHumanPace(asks, WARM_UP_MS, 0);
    const first: Met[] = [];
    const tallies: Tally[] = [
      await flood.during(async () => {
        first.push(await atHumanPace(asks, WARM_UP_MS, 0));
      }),
    ];
    const [still, onsets, under]: [Met[], Met[], Met[]] = [[], [], []];
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`Round ${round} of ${ROUNDS}: quiet, then loaded ...`);
      still.push(await atHumanPace(asks, ROUND_MS, round));
      tallies.push(
        await flood.during(async () => {
          onsets.push(await atHumanPace(asks, SETTLE_MS, round));
          under.push(await atHumanPace(asks, ROUND_MS, round));
        }),
      );
    }
    const [ledger] = await owner<{ count: number }[]>`
      select count(*)::int as count from operations where organization_id = ${loud.organization.id}`;
    return {
      takenAt: new Date().toISOString(),
      node: process.versions.node,
      cores: cpus().length,
      processes,
      ...(await durabilityOf(ownerUrl)),
      loadedSeconds: (ROUNDS * ROUND_MS) / 1000,
      figures: figuresOf(still, under),
      onsets: { first: onsetOf(first), later: onsetOf(onsets) },
      loud: sumOf(tallies.slice(1)),
      saved: sumOf(tallies).save?.[200] ?? 0,
      inLedger: ledger?.count ?? 0,
    };
  } finally {
    await flood.stop();
    await owner.end();
    await product.stop();
    await loud.end();
    await quiet.end();
  }
}
