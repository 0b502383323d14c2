import { attemptPracticeContract } from "@/lib/contracts/practice";
import { route } from "@/lib/server/route";
import { attemptPractice } from "@/lib/services/practice/attempt-practice";

export const POST = route(attemptPracticeContract, attemptPractice);
