import { createGroupContract, listGroupsContract } from "@/lib/contracts/provisioning";
import { scim } from "@/lib/server/scim";
import { createGroup } from "@/lib/services/provisioning/create-group";
import { listGroups } from "@/lib/services/provisioning/list-groups";

export const GET = scim(listGroupsContract, listGroups);
export const POST = scim(createGroupContract, createGroup);
