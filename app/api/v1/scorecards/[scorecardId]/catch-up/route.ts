import { catchUpContract } from "@/lib/contracts/operations";
import { route } from "@/lib/server/route";
import { catchUp } from "@/lib/services/scorecards/catch-up";

export const POST = route(catchUpContract, catchUp);
