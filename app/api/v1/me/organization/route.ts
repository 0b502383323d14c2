import { chooseOrganizationContract } from "@/lib/contracts/sessions";
import { route } from "@/lib/server/route";
import { chooseOrganization } from "@/lib/services/sessions/choose-organization";

export const PUT = route(chooseOrganizationContract, chooseOrganization);
