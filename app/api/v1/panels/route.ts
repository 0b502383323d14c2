import { getPanelSheetContract } from "@/lib/contracts/panels";
import { route } from "@/lib/server/route";
import { getPanelSheet } from "@/lib/services/panels/get-panel-sheet";

export const GET = route(getPanelSheetContract, getPanelSheet);
