import { changeMemberContract } from "@/lib/contracts/members";
import { route } from "@/lib/server/route";
import { changeMember } from "@/lib/services/members/change-member";

export const PUT = route(changeMemberContract, changeMember);
