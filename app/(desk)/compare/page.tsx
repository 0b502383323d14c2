import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ComparePage } from "@/components/comparison/compare-page";
import { compareCandidatesContract } from "@/lib/contracts/candidates";
import { read } from "@/lib/server/read";
import { compareCandidates } from "@/lib/services/candidates/compare-candidates";

export const metadata: Metadata = { title: "Compare" };

interface Props {
  searchParams: Promise<{ applications?: string | string[] }>;
}

export default async function Page({ searchParams }: Props) {
  const { applications } = await searchParams;
  // Nobody is chosen yet: the list is where one chooses.
  if (!applications) redirect("/candidates");
  return (
    <ComparePage comparison={await read(compareCandidatesContract, compareCandidates, { applications })} />
  );
}
