import { getRoundContract } from "@/lib/contracts/practice-rounds";
import { route } from "@/lib/server/route";
import { getRound } from "@/lib/services/practice-rounds/get-round";

export const GET = route(getRoundContract, getRound);
