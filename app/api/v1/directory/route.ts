import { getDirectoryContract } from "@/lib/contracts/directory";
import { route } from "@/lib/server/route";
import { getDirectory } from "@/lib/services/provisioning/get-directory";

export const GET = route(getDirectoryContract, getDirectory);
