import { shareOwnFiguresContract } from "@/lib/contracts/panels";
import { route } from "@/lib/server/route";
import { shareOwnFigures } from "@/lib/services/panels/share-own-figures";

export const POST = route(shareOwnFiguresContract, shareOwnFigures);
