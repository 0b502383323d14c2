import { getPracticeProgressContract } from "@/lib/contracts/practice";
import { route } from "@/lib/server/route";
import { getPracticeProgress } from "@/lib/services/practice/get-practice-progress";

export const GET = route(getPracticeProgressContract, getPracticeProgress);
