import { listAuditContract } from "@/lib/contracts/audit";
import { route } from "@/lib/server/route";
import { listAudit } from "@/lib/services/audit/list-audit";

export const GET = route(listAuditContract, listAudit);
