import { placeOpeningContract } from "@/lib/contracts/privacy";
import { route } from "@/lib/server/route";
import { placeOpening } from "@/lib/services/privacy/place-opening";

export const PUT = route(placeOpeningContract, placeOpening);
