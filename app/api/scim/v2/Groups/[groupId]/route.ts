import {
  deleteGroupContract,
  getGroupContract,
  patchGroupContract,
  replaceGroupContract,
} from "@/lib/contracts/provisioning";
import { scim } from "@/lib/server/scim";
import { deleteGroup } from "@/lib/services/provisioning/delete-group";
import { getGroup } from "@/lib/services/provisioning/get-group";
import { patchGroup } from "@/lib/services/provisioning/patch-group";
import { replaceGroup } from "@/lib/services/provisioning/replace-group";

export const GET = scim(getGroupContract, getGroup);
export const PUT = scim(replaceGroupContract, replaceGroup);
export const PATCH = scim(patchGroupContract, patchGroup);
export const DELETE = scim(deleteGroupContract, deleteGroup);
