import type { Metadata } from "next";
import { DossierPage } from "@/components/comparison/dossier-page";
import { getDossierContract } from "@/lib/contracts/candidates";
import { getMeContract } from "@/lib/contracts/members";
import { mayAdminister } from "@/lib/domain/roles";
import { read } from "@/lib/server/read";
import { getDossier } from "@/lib/services/candidates/get-dossier";
import { getMe } from "@/lib/services/members/get-me";

// No name in the title: it would stay in the browser's history.
export const metadata: Metadata = { title: "Candidate" };

interface Props {
  params: Promise<{ applicationId: string }>;
}

export default async function Page({ params }: Props) {
  const [dossier, { roles }] = await Promise.all([
    read(getDossierContract, getDossier, await params),
    read(getMeContract, getMe, {}),
  ]);
  return <DossierPage dossier={dossier} mayErase={mayAdminister(roles)} />;
}
