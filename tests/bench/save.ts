import { cpus } from "node:os";
import { addressOf } from "@/lib/client/api";
import { runCommand } from "@/lib/commands/command";
import { API_ROOT } from "@/lib/contracts/contract";
import { applyOperationsContract } from "@/lib/contracts/operations";
import { closeConnections, measure } from "./measure";
import { type CockpitFigures, measureCockpit } from "./save/cockpit";
import { type Editor, seatEditors } from "./save/editors";
import { atAPace, type Shot, type Spread, spreadOf, type Times, withoutPause } from "./save/load";
import { missedOf, printSave } from "./save/report";
import { type Durability, type Stand, withStand } from "./stand";

const CROWD = 1000;
const ONE_INTERVIEW = 5;
/** A person who scores and types makes one saved change in about three seconds. */
const PACE_MS = 3000;
const PACE_ROUNDS = 10;
const TURN_MS = 4000;
const TURNS = 3;

/** One number of editors: our save beside the bare insert, in the same run. */
export interface SaveFigure {
  editors: number;
  /** "without pause": the next save goes when the last is answered; "paced": one in three seconds each. */
  how: "without pause" | "paced";
  ours: Spread;
  bare: Spread;
  ratioOfMedians: number;
  ratioOfP99s: number;
}

export interface SaveReport extends Durability, CockpitFigures {
  takenAt: string;
  node: string;
  cores: number;
  /** Empty when only the cockpit was to be measured. */
  saves: SaveFigure[];
  only: "cockpit" | null;
}

/**
 * npm run bench:save [-- --json] [--only cockpit]: a save beside a bare insert, alone and in a crowd; the cockpit's weight
 * and quickness, or these alone.
 */
await runCommand(async () => {
  const say = (line: string) => console.error(line);
  const cockpitAlone = process.argv.includes("--only") && process.argv.includes("cockpit");
  const seated = cockpitAlone ? ONE_INTERVIEW : CROWD;
  say(`Seating ${seated} editors ...`);
  const report: SaveReport = await withStand(
    say,
    (world) => seatEditors(world, seated),
    async (stand, editors) => {
      const saves = cockpitAlone ? [] : await measureSaves(stand, editors, say);
      say("The cockpit in a browser ...");
      return { ...(await reportOf(stand, editors, saves)), only: cockpitAlone ? "cockpit" : null };
    },
    cpus().length,
  );
  console.log(process.argv.includes("--json") ? JSON.stringify(report, null, 2) : printSave(report));
  return missedOf(report).length > 0 ? 1 : 0;
});

async function reportOf(
  stand: Stand,
  [editor]: readonly Editor[],
  saves: SaveFigure[],
): Promise<Omit<SaveReport, "only">> {
  if (!editor) throw new Error("Nobody is seated");
  return {
    takenAt: new Date().toISOString(),
    node: process.versions.node,
    cores: cpus().length,
    ...stand.durability,
    saves,
    ...(await measureCockpit(stand, editor)),
  };
}

async function measureSaves(
  stand: Stand,
  editors: readonly Editor[],
  say: (line: string) => void,
): Promise<SaveFigure[]> {
  const saves = [await alone(stand, editors.slice(0, 1))];
  for (const count of [10, 100]) {
    say(`${count} editors without pause ...`);
    const turns = await inTurns(stand, editors.slice(0, count), (shots) => withoutPause(shots, TURN_MS));
    saves.push(figure(count, "without pause", turns));
  }
  say(`${CROWD} editors, one save in ${PACE_MS / 1000} s each ...`);
  const paced = {
    bare: await atAPace(shotsOf(stand, editors).bare, PACE_MS, PACE_ROUNDS),
    ours: await atAPace(shotsOf(stand, editors).ours, PACE_MS, PACE_ROUNDS),
  };
  saves.push(figure(CROWD, "paced", paced));
  return saves;
}

/** Bare, ours, bare, ours, one request at a time: what else the machine does falls on both alike. */
async function alone(stand: Stand, editors: readonly Editor[]): Promise<SaveFigure> {
  const { ours, bare } = shotsOf(stand, editors);
  const as = (shots: readonly (() => Shot)[]) => () => ({
    method: "POST" as const,
    ...(shots[0]?.() ?? { url: "" }),
  });
  const measured = await measure({ name: "save", bareName: "bare insert", ours: as(ours), bare: as(bare) });
  closeConnections();
  const { n, medianMs, p95Ms, p99Ms, bareMedianMs, bareP95Ms, bareP99Ms, ratioOfMedians, ratioOfP99s } =
    measured;
  return {
    editors: 1,
    how: "without pause",
    ours: { n, medianMs, p95Ms, p99Ms, errors: 0 },
    bare: { n, medianMs: bareMedianMs, p95Ms: bareP95Ms, p99Ms: bareP99Ms, errors: 0 },
    ratioOfMedians,
    ratioOfP99s,
  };
}

async function inTurns(
  stand: Stand,
  editors: readonly Editor[],
  load: (shots: readonly (() => Shot)[]) => Promise<Times>,
): Promise<Record<"ours" | "bare", Times>> {
  const times = { bare: { ms: [], errors: 0 } as Times, ours: { ms: [], errors: 0 } as Times };
  const shots = shotsOf(stand, editors);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const app of ["bare", "ours"] as const) {
      const { ms, errors } = await load(shots[app]);
      times[app].ms.push(...ms);
      times[app].errors += errors;
    }
  }
  return times;
}

/** Both apps get the same bytes. */
function shotsOf({ ours, bare }: Stand, editors: readonly Editor[]): Record<"ours" | "bare", (() => Shot)[]> {
  const body = (editor: Editor) => JSON.stringify({ operations: [editor.next()] });
  return {
    ours: editors.map((editor) => {
      const url = `${ours}${API_ROOT}${addressOf(applyOperationsContract, { scorecardId: editor.scorecardId }).url}`;
      return () => ({ url, cookie: editor.cookie, body: body(editor) });
    }),
    bare: editors.map((editor) => () => ({ url: `${bare}/rows`, cookie: editor.cookie, body: body(editor) })),
  };
}

function figure(editors: number, how: SaveFigure["how"], times: Record<"ours" | "bare", Times>): SaveFigure {
  const [ours, bare] = [spreadOf(times.ours), spreadOf(times.bare)];
  return {
    editors,
    how,
    ours,
    bare,
    ratioOfMedians: ours.medianMs / bare.medianMs,
    ratioOfP99s: ours.p99Ms / bare.p99Ms,
  };
}
