import { startDemoSession } from "@/lib/server/demo";

export const POST = startDemoSession;
