import { getSchemaContract } from "@/lib/contracts/provisioning";
import { scim } from "@/lib/server/scim";
import { getSchema } from "@/lib/services/provisioning/describe";

export const GET = scim(getSchemaContract, getSchema);
