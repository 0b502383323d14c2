import { getDossierContract } from "@/lib/contracts/candidates";
import { route } from "@/lib/server/route";
import { getDossier } from "@/lib/services/candidates/get-dossier";

export const GET = route(getDossierContract, getDossier);
