import { getMeContract } from "@/lib/contracts/members";
import { route } from "@/lib/server/route";
import { getMe } from "@/lib/services/members/get-me";

export const GET = route(getMeContract, getMe);
