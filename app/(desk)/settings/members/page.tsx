import type { Metadata } from "next";
import { MembersPage } from "@/components/settings/members-page";
import { getMeContract, listMembersContract } from "@/lib/contracts/members";
import { read } from "@/lib/server/read";
import { getMe } from "@/lib/services/members/get-me";
import { listMembers } from "@/lib/services/members/list-members";

export const metadata: Metadata = { title: "Members" };

export default async function Page() {
  const { members } = await read(listMembersContract, listMembers, {});
  const me = await read(getMeContract, getMe, {});
  return <MembersPage initial={members} meId={me.memberId} />;
}
