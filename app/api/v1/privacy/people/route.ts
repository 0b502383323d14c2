import { findPeopleContract } from "@/lib/contracts/privacy";
import { route } from "@/lib/server/route";
import { findPeople } from "@/lib/services/privacy/find-people";

export const GET = route(findPeopleContract, findPeople);
