import type { Metadata } from "next";
import { PrivacyPage } from "@/components/settings/privacy-page";
import { getRetentionContract } from "@/lib/contracts/privacy";
import { read } from "@/lib/server/read";
import { getRetention } from "@/lib/services/privacy/get-retention";

export const metadata: Metadata = { title: "Privacy" };

export default async function Page() {
  return <PrivacyPage retention={await read(getRetentionContract, getRetention, {})} />;
}
