import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layOutWorld, type World } from "@/db/testing/world";
import { ensureBuilt } from "@/lib/commands/build/build";
import { type SignedIn, seatInterview, signIn } from "../../support/interviewers";
import { type Product, serveProduct } from "../../support/server";
import { type CrashingPostgres, startCrashingPostgres } from "../crashing-postgres";
import { layPipe, type Pipe } from "./pipe";

/** What every fault is played on: the production build before a durable PostgreSQL, and a handle on each part. */
export interface Stage {
  /** Where the browser goes. */
  address: string;
  product: Product;
  world: World;
  /** The only way from the app to its database. */
  pipe: Pipe;
  /** The PostgreSQL in use: the first, or what it failed over to. */
  records: CrashingPostgres;
  /** Lets the server's wall clock run this far off; the browser's and the database's do not. */
  shiftServerClock(ms: number): void;
  /** Somebody new before a new candidate. */
  seat(others?: readonly SignedIn[]): Promise<Card>;
  end(): Promise<void>;
}

/** One interviewer's own scorecard. */
export interface Card {
  who: SignedIn;
  name: string;
  candidate: string;
  interviewId: string;
  scorecardId: string;
  path: string;
  /** The same, whole: a browser of one's own knows no base. */
  url: string;
}

export async function openStage(): Promise<Stage> {
  await ensureBuilt(console.log);
  const folder = mkdtempSync(join(tmpdir(), "plumbline-stage-"));
  const clock = join(folder, "clock");
  writeFileSync(clock, "0");
  const first = await startCrashingPostgres();
  const pipe = await layPipe(Number(new URL(first.ownerUrl).port));
  const url = new URL(first.runtimeUrl);
  url.port = String(pipe.port);
  const world = await layOutWorld(url.toString(), "House of faults");
  const preload = new URL("../../support/shifted-clock.mjs", import.meta.url).href;
  const product = await serveProduct(url.toString(), "browser-faults", {
    PLUMBLINE_DEMO: url.pathname.slice(1),
    PLUMBLINE_CLOCK_SHIFT: clock,
    NODE_OPTIONS: `--import ${preload}`,
  });
  let seats = 0;
  const stage: Stage = {
    // Its own origin, as it names it itself: signing in is refused from another.
    address: product.address.replace("127.0.0.1", "localhost"),
    product,
    world,
    pipe,
    records: first,
    shiftServerClock: (ms) => writeFileSync(clock, String(ms)),
    seat: async (others = []) => {
      seats += 1;
      // Of one length: no name is the beginning of another.
      const place = String(seats).padStart(3, "0");
      const [name, candidate] = [`Author ${place}`, `Candidate ${place}`];
      const who = await signIn(world, name, ["interviewer"]);
      const { interviewId, scorecardIds } = await seatInterview(world, candidate, [who, ...others]);
      return {
        who,
        name,
        candidate,
        interviewId,
        scorecardId: scorecardIds[0] ?? "",
        path: `/interviews/${interviewId}`,
        url: `${stage.address}/interviews/${interviewId}`,
      };
    },
    end: async () => {
      await product.stop();
      await world.end();
      await pipe.end();
      if (stage.records !== first) await stage.records.remove();
      await first.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return stage;
}
