import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportPage } from "@/components/settings/import-page";
import { getMeContract } from "@/lib/contracts/members";
import { mayCompare, mayImport } from "@/lib/domain/roles";
import { read } from "@/lib/server/read";
import { getMe } from "@/lib/services/members/get-me";

export const metadata: Metadata = { title: "Import" };

export default async function Page() {
  const { roles } = await read(getMeContract, getMe, {});
  // The form alone shows no data; this spares somebody a form whose every answer would be no.
  if (!mayImport(roles)) notFound();
  return <ImportPage maySeeCandidates={mayCompare(roles)} />;
}
