import type { Metadata } from "next";
import { TokensPage } from "@/components/settings/tokens-page";
import { getMeContract } from "@/lib/contracts/members";
import { listTokensContract } from "@/lib/contracts/tokens";
import { read } from "@/lib/server/read";
import { getMe } from "@/lib/services/members/get-me";
import { listTokens } from "@/lib/services/tokens/list-tokens";

export const metadata: Metadata = { title: "API tokens" };

export default async function Page() {
  const { tokens } = await read(listTokensContract, listTokens, {});
  const me = await read(getMeContract, getMe, {});
  return <TokensPage initial={tokens} meId={me.memberId} />;
}
