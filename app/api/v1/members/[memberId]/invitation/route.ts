import { renewInvitationContract } from "@/lib/contracts/members";
import { route } from "@/lib/server/route";
import { renewInvitation } from "@/lib/services/members/renew-invitation";

export const POST = route(renewInvitationContract, renewInvitation);
