import type { Metadata } from "next";
import { PersonPage } from "@/components/settings/person-page";
import { getPersonContract } from "@/lib/contracts/privacy";
import { read } from "@/lib/server/read";
import { getPerson } from "@/lib/services/privacy/get-person";

// No name in the title: it would stay in the browser's history.
export const metadata: Metadata = { title: "A candidate’s privacy" };

interface Props {
  params: Promise<{ candidateId: string }>;
}

export default async function Page({ params }: Props) {
  return <PersonPage record={await read(getPersonContract, getPerson, await params)} />;
}
