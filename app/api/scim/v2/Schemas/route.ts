import { listSchemasContract } from "@/lib/contracts/provisioning";
import { scim } from "@/lib/server/scim";
import { listSchemas } from "@/lib/services/provisioning/describe";

export const GET = scim(listSchemasContract, listSchemas);
