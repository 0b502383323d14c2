import { revokeTokenContract } from "@/lib/contracts/tokens";
import { route } from "@/lib/server/route";
import { revokeToken } from "@/lib/services/tokens/revoke-token";

export const DELETE = route(revokeTokenContract, revokeToken);
