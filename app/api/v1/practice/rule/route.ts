import { changeReadinessRuleContract } from "@/lib/contracts/practice";
import { route } from "@/lib/server/route";
import { changeReadinessRule } from "@/lib/services/practice/change-readiness-rule";

export const PUT = route(changeReadinessRuleContract, changeReadinessRule);
