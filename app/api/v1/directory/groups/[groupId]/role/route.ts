import { meanGroupContract } from "@/lib/contracts/directory";
import { route } from "@/lib/server/route";
import { meanGroup } from "@/lib/services/provisioning/mean-group";

export const PUT = route(meanGroupContract, meanGroup);
