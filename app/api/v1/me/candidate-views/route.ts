import { listViewsContract, removeViewContract, saveViewContract } from "@/lib/contracts/saved-views";
import { route } from "@/lib/server/route";
import { listViews, removeView, saveView } from "@/lib/services/candidates/saved-views";

export const GET = route(listViewsContract, listViews);
export const PUT = route(saveViewContract, saveView);
export const DELETE = route(removeViewContract, removeView);
