import type { Metadata } from "next";
import { AuditPage } from "@/components/settings/audit-page";
import { listAuditContract } from "@/lib/contracts/audit";
import { read } from "@/lib/server/read";
import { listAudit } from "@/lib/services/audit/list-audit";

export const metadata: Metadata = { title: "Audit" };

export default async function Page({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const { before } = await searchParams;
  return (
    <AuditPage audit={await read(listAuditContract, listAudit, { before })} later={before !== undefined} />
  );
}
