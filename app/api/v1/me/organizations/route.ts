import { listOrganizationsContract } from "@/lib/contracts/sessions";
import { route } from "@/lib/server/route";
import { listOrganizations } from "@/lib/services/sessions/list-organizations";

export const GET = route(listOrganizationsContract, listOrganizations);
