import { listenContract } from "@/lib/contracts/events";
import { events } from "@/lib/server/events";
import { listen } from "@/lib/services/events/listen";

export const GET = events(listenContract, listen);
