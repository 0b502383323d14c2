import type { Metadata } from "next";
import { RoundPage } from "@/components/practice/round-page";
import { getMeContract } from "@/lib/contracts/members";
import { getRoundContract } from "@/lib/contracts/practice-rounds";
import { read } from "@/lib/server/read";
import { getMe } from "@/lib/services/members/get-me";
import { getRound } from "@/lib/services/practice-rounds/get-round";

export const metadata: Metadata = { title: "Live round" };

/** One live round: everybody who opens it may take a place until it is revealed. */
export default async function LiveRoundPage({ params }: { params: Promise<{ roundId: string }> }) {
  const { memberId } = await read(getMeContract, getMe, {});
  const round = await read(getRoundContract, getRound, await params);
  return <RoundPage key={round.roundId} round={round} memberId={memberId} />;
}
