import { changeRetentionContract, getRetentionContract } from "@/lib/contracts/privacy";
import { route } from "@/lib/server/route";
import { changeRetention } from "@/lib/services/privacy/change-retention";
import { getRetention } from "@/lib/services/privacy/get-retention";

export const GET = route(getRetentionContract, getRetention);
export const PUT = route(changeRetentionContract, changeRetention);
