import {
  deleteUserContract,
  getUserContract,
  patchUserContract,
  replaceUserContract,
} from "@/lib/contracts/provisioning";
import { scim } from "@/lib/server/scim";
import { deleteUser } from "@/lib/services/provisioning/delete-user";
import { getUser } from "@/lib/services/provisioning/get-user";
import { patchUser } from "@/lib/services/provisioning/patch-user";
import { replaceUser } from "@/lib/services/provisioning/replace-user";

export const GET = scim(getUserContract, getUser);
export const PUT = scim(replaceUserContract, replaceUser);
export const PATCH = scim(patchUserContract, patchUser);
export const DELETE = scim(deleteUserContract, deleteUser);
