import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { CandidatesPage } from "@/components/comparison/candidates-page";
import { listParams, queryOf } from "@/components/comparison/list-state";
import { listCandidatesContract } from "@/lib/contracts/candidates";
import { read } from "@/lib/server/read";
import { listCandidates } from "@/lib/services/candidates/list-candidates";

export const metadata: Metadata = { title: "Candidates" };

const load = createLoader(listParams);

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const state = await load(searchParams);
  const query = queryOf(state);
  const listing = await read(listCandidatesContract, listCandidates, query);
  // The heatmap's rows are the list's first rows: one reading serves both.
  return <CandidatesPage listing={listing} heatmap={state.view === "heatmap" ? listing : null} />;
}
