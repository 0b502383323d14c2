import { erasePersonContract } from "@/lib/contracts/privacy";
import { route } from "@/lib/server/route";
import { erasePerson } from "@/lib/services/privacy/erase-person";

export const POST = route(erasePersonContract, erasePerson);
