import type { World } from "@/db/testing/world";
import { addressOf } from "@/lib/client/api";
import { compareCandidatesContract, listCandidatesContract } from "@/lib/contracts/candidates";
import { API_ROOT, type Contract } from "@/lib/contracts/contract";
import { exportOpeningContract } from "@/lib/contracts/exports";
import { getHeatmapContract } from "@/lib/contracts/heatmap";
import { applyOperationsContract } from "@/lib/contracts/operations";
import { signIn } from "../../support/interviewers";
import { interviewsOf, KIND, seededId } from "../compare/layout";
import { seedScorecards } from "../compare/seed";
import { furnish } from "../house";
import type { Shot } from "../measure";
import { seatEditors } from "../save/editors";
import type { FloodPlan } from "./flood";

const COMPARED = 6;
/** Scorecards of the house that asks without end; its list has five thousand candidates. */
const LARGE = 10_000;
/** Its clients at once, each with a session of its own: a limit of one account does not bind them. */
const CLIENTS = { list: 8, compare: 6, heatmap: 6, page: 4, export: 4, save: 10 };

export const api = (contract: Contract, input: Record<string, unknown>) =>
  `${API_ROOT}${addressOf(contract, input).url}`;

/** What the quiet house asks at a human pace, by kind. */
export type Asks = Record<"list" | "compare" | "save" | "file", () => Shot>;

/** B: one opening of two dozen candidates, a recruiter, and interviewers with drafts open. */
export async function quietHouse(world: World): Promise<(address: string) => Asks> {
  const house = await furnish(world);
  const applications = house.applicationIds.slice(0, COMPARED).join(",");
  return (address) => {
    const read = (url: string) => (): Shot => ({
      url: `${address}${url}`,
      method: "GET",
      cookie: house.recruiter.cookie,
    });
    return {
      list: read(api(listCandidatesContract, {})),
      compare: read(api(compareCandidatesContract, { applications })),
      file: read(api(exportOpeningContract, { openingId: world.openingId, format: "json" })),
      save: () => {
        const { cookie, scorecardId, operations } = house.nextSave();
        const url = `${address}${api(applyOperationsContract, { scorecardId })}`;
        return { url, method: "POST", cookie, body: JSON.stringify({ operations }) };
      },
    };
  };
}

/** A: a large house, and everything its clients will ask for as fast as they are answered. */
export async function loudHouse(
  world: World,
  ownerUrl: string,
  say: (line: string) => void,
): Promise<FloodPlan> {
  const { openings } = await seedScorecards(ownerUrl, world, LARGE, say);
  const [listed] = openings;
  if (!listed) throw new Error("No opening was seeded");
  const openingId = listed.id;
  const applications: string[] = [];
  for (const { opening, number } of interviewsOf(openings)) {
    if (opening === listed) applications.push(seededId(KIND.application, number));
    if (applications.length === COMPARED) break;
  }
  const paths = {
    list: api(listCandidatesContract, { openingId }),
    compare: api(compareCandidatesContract, { applications: applications.join(",") }),
    heatmap: api(getHeatmapContract, { openingId }),
    page: `/candidates?opening=${openingId}`,
    export: api(exportOpeningContract, { openingId, format: "json" }),
  };
  const reads: FloodPlan["reads"] = [];
  for (const kind of Object.keys(paths) as (keyof typeof paths)[])
    for (let client = 0; client < CLIENTS[kind]; client += 1) {
      const { cookie } = await signIn(world, `${kind} ${client + 1}`, ["recruiter"]);
      reads.push({ kind, path: paths[kind], cookie });
    }
  const editors = await seatEditors(world, CLIENTS.save);
  return {
    reads,
    saves: editors.map(({ cookie, scorecardId }) => ({
      cookie,
      path: api(applyOperationsContract, { scorecardId }),
    })),
    rubricVersionId: world.rubricVersionId,
  };
}
