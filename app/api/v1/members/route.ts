import { inviteMemberContract, listMembersContract } from "@/lib/contracts/members";
import { route } from "@/lib/server/route";
import { inviteMember } from "@/lib/services/members/invite-member";
import { listMembers } from "@/lib/services/members/list-members";

export const GET = route(listMembersContract, listMembers);
export const POST = route(inviteMemberContract, inviteMember);
