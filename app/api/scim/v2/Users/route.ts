import { createUserContract, listUsersContract } from "@/lib/contracts/provisioning";
import { scim } from "@/lib/server/scim";
import { createUser } from "@/lib/services/provisioning/create-user";
import { listUsers } from "@/lib/services/provisioning/list-users";

export const GET = scim(listUsersContract, listUsers);
export const POST = scim(createUserContract, createUser);
