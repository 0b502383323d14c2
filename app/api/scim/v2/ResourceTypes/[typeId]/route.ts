import { getResourceTypeContract } from "@/lib/contracts/provisioning";
import { scim } from "@/lib/server/scim";
import { getResourceType } from "@/lib/services/provisioning/describe";

export const GET = scim(getResourceTypeContract, getResourceType);
