import type { Metadata } from "next";
import { DebriefPage } from "@/components/debriefs/debrief-page";
import { getDebriefContract } from "@/lib/contracts/debriefs";
import { read } from "@/lib/server/read";
import { getDebrief } from "@/lib/services/debriefs/get-debrief";

// No name in the title: it would stay in the browser's history.
export const metadata: Metadata = { title: "Debrief" };

/** The debrief room of one interview. */
export default async function Page({ params }: { params: Promise<{ interviewId: string }> }) {
  return <DebriefPage initial={await read(getDebriefContract, getDebrief, await params)} />;
}
