import { createTokenContract, listTokensContract } from "@/lib/contracts/tokens";
import { route } from "@/lib/server/route";
import { createToken } from "@/lib/services/tokens/create-token";
import { listTokens } from "@/lib/services/tokens/list-tokens";

export const GET = route(listTokensContract, listTokens);
export const POST = route(createTokenContract, createToken);
