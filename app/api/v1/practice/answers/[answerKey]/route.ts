import { getPracticeAnswerContract } from "@/lib/contracts/practice";
import { route } from "@/lib/server/route";
import { getPracticeAnswer } from "@/lib/services/practice/get-practice-answer";

export const GET = route(getPracticeAnswerContract, getPracticeAnswer);
