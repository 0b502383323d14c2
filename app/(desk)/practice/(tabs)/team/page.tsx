import type { Metadata } from "next";
import { TeamPage } from "@/components/practice/team-page";
import { getPracticeTeamContract } from "@/lib/contracts/practice";
import { read } from "@/lib/server/read";
import { getPracticeTeam } from "@/lib/services/practice/get-practice-team";

export const metadata: Metadata = { title: "Team readiness" };

/** Who is ready on the present anchors. */
export default async function PracticeTeamPage() {
  return <TeamPage team={await read(getPracticeTeamContract, getPracticeTeam, {})} />;
}
