import type { Metadata } from "next";
import { RoundsPage } from "@/components/practice/rounds-page";
import { listRoundsContract } from "@/lib/contracts/practice-rounds";
import { read } from "@/lib/server/read";
import { listRounds } from "@/lib/services/practice-rounds/list-rounds";

export const metadata: Metadata = { title: "Live rounds" };

/** Rounds under way and rounds held. */
export default async function LiveRoundsPage() {
  return <RoundsPage list={await read(listRoundsContract, listRounds, {})} />;
}
