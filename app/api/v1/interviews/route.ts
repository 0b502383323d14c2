import { listInterviewsContract } from "@/lib/contracts/interviews";
import { route } from "@/lib/server/route";
import { listInterviews } from "@/lib/services/interviews/list-interviews";

export const GET = route(listInterviewsContract, listInterviews);
