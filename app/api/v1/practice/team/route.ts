import { getPracticeTeamContract } from "@/lib/contracts/practice";
import { route } from "@/lib/server/route";
import { getPracticeTeam } from "@/lib/services/practice/get-practice-team";

export const GET = route(getPracticeTeamContract, getPracticeTeam);
