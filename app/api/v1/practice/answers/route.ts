import { listPracticeContract } from "@/lib/contracts/practice";
import { route } from "@/lib/server/route";
import { listPractice } from "@/lib/services/practice/list-practice";

export const GET = route(listPracticeContract, listPractice);
