import { addOwnAnswerContract, listOwnAnswersContract } from "@/lib/contracts/practice";
import { route } from "@/lib/server/route";
import { addOwnAnswer } from "@/lib/services/practice/add-own-answer";
import { listOwnAnswers } from "@/lib/services/practice/list-own-answers";

export const GET = route(listOwnAnswersContract, listOwnAnswers);
export const POST = route(addOwnAnswerContract, addOwnAnswer);
