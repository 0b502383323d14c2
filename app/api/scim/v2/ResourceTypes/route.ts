import { listResourceTypesContract } from "@/lib/contracts/provisioning";
import { scim } from "@/lib/server/scim";
import { listResourceTypes } from "@/lib/services/provisioning/describe";

export const GET = scim(listResourceTypesContract, listResourceTypes);
