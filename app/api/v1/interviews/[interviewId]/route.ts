import { getInterviewContract } from "@/lib/contracts/interviews";
import { route } from "@/lib/server/route";
import { getInterview } from "@/lib/services/interviews/get-interview";

export const GET = route(getInterviewContract, getInterview);
