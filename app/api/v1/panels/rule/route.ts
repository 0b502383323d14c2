import { changeFindingRuleContract } from "@/lib/contracts/panels";
import { route } from "@/lib/server/route";
import { changeFindingRule } from "@/lib/services/panels/change-finding-rule";

export const PUT = route(changeFindingRuleContract, changeFindingRule);
