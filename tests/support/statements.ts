import { drizzle } from "drizzle-orm/postgres-js";
import { connect, type Database } from "@/db/client";
import { type Context, withOrganization } from "@/db/context";
import type { World } from "@/db/testing/world";
import { compareCandidatesContract, listCandidatesContract } from "@/lib/contracts/candidates";
import { getHeatmapContract } from "@/lib/contracts/heatmap";
import { compareCandidates } from "@/lib/services/candidates/compare-candidates";
import { getDossier } from "@/lib/services/candidates/get-dossier";
import { getHeatmap } from "@/lib/services/candidates/get-heatmap";
import { listCandidates } from "@/lib/services/candidates/list-candidates";

/** The frame around every page asks who is signed in: one statement more, and no other. */
const FRAME = 1;

/**
 * How many statements each page issues, the session's own and the frame's included: once as the first after a change,
 * when nothing is kept yet, and once again.
 */
export async function statementsOf(
  runtimeUrl: string,
  world: World,
  openingId: string,
  applicationIds: readonly string[],
  who = "Rosa",
): Promise<Record<string, number>> {
  let count = 0;
  const logQuery = () => {
    count += 1;
  };
  const client = connect(runtimeUrl, { max: 1 });
  const counting: Database = Object.assign(drizzle({ client: client.$client, logger: { logQuery } }), {
    $client: client.$client,
  });
  const acting = { organization: world.organization, member: world.member(who), now: new Date() };
  const once = async (work: (ctx: Context) => Promise<unknown>) => {
    count = 0;
    await withOrganization(counting, acting, work);
    return count + FRAME;
  };
  const counted = async (page: string, work: (ctx: Context) => Promise<unknown>) => ({
    [`${page}, first`]: await once(work),
    [page]: await once(work),
  });
  const applications = applicationIds.join(",");
  try {
    return {
      ...(await counted("list", (ctx) =>
        listCandidates(ctx, listCandidatesContract.input.parse({ openingId })),
      )),
      ...(await counted("compare", (ctx) =>
        compareCandidates(ctx, compareCandidatesContract.input.parse({ applications })),
      )),
      ...(await counted("heatmap", (ctx) => getHeatmap(ctx, getHeatmapContract.input.parse({ openingId })))),
      ...(await counted("dossier", (ctx) => getDossier(ctx, { applicationId: applicationIds[0] ?? "" }))),
    };
  } finally {
    await client.$client.end();
  }
}
