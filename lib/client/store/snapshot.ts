import { z } from "zod";
import { getInterviewContract } from "@/lib/contracts/interviews";
import { getMeContract } from "@/lib/contracts/members";
import type { CardRow } from "./database";
import { unseal } from "./seal";
import { aboutOf } from "./sealed-row";

/** What opening without a network needs: the interview, and who is looking. */
const snapshot = z.object({ interview: getInterviewContract.output, me: getMeContract.output });
export type Snapshot = z.output<typeof snapshot>;

/** The interview as it was last seen here; null when it never was. */
export async function recallSnapshot(card: CardRow): Promise<Snapshot | null> {
  if (!card.snapshot) return null;
  // One that an older build wrote may no longer read; the operations beside it do.
  const seen = await unseal(card.key, aboutOf(card.scorecardId, "snapshot"), card.snapshot).catch(() => null);
  return snapshot.safeParse(seen).data ?? null;
}
