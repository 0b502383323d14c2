import { getPersonContract } from "@/lib/contracts/privacy";
import { route } from "@/lib/server/route";
import { getPerson } from "@/lib/services/privacy/get-person";

export const GET = route(getPersonContract, getPerson);
