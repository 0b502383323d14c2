import { followSheetContract } from "@/lib/contracts/panels";
import { events } from "@/lib/server/events";
import { followSheet } from "@/lib/services/panels/follow-sheet";

export const GET = events(followSheetContract, followSheet);
