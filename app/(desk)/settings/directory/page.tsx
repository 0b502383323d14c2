import type { Metadata } from "next";
import { DirectoryPage } from "@/components/settings/directory-page";
import { getDirectoryContract } from "@/lib/contracts/directory";
import { read } from "@/lib/server/read";
import { seenFrom } from "@/lib/server/scim";
import { getDirectory } from "@/lib/services/provisioning/get-directory";

export const metadata: Metadata = { title: "Directory" };

export default async function Page() {
  const { groups } = await read(getDirectoryContract, getDirectory, {});
  const { base, issuer } = seenFrom();
  return <DirectoryPage address={base} signsOn={issuer !== null} groups={groups} />;
}
