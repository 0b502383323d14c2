import { getOwnFiguresContract } from "@/lib/contracts/panels";
import { route } from "@/lib/server/route";
import { getOwnFigures } from "@/lib/services/panels/get-own-figures";

export const GET = route(getOwnFiguresContract, getOwnFigures);
