import { listErasedScorecards } from "@/lib/contracts/outlines";
import { call } from "./api";
import { patience } from "./as-owner";
import { deviceDatabase } from "./device";
import { closeCard } from "./open-cards";
import { forgetErasedCards } from "./store/cards";

/**
 * Asks which of the scorecards kept in this browser were erased with their candidate, and forgets those: drafts,
 * snapshot, key. Answers whether one of them was open here.
 */
export async function forgetErased(memberId: string): Promise<boolean> {
  const gone = await forgetErasedCards(await deviceDatabase(), memberId, async (kept) => {
    const asked = { scorecards: kept.join(",") };
    return (await call(listErasedScorecards, asked, patience())).scorecardIds;
  });
  return gone.filter(closeCard).length > 0;
}
