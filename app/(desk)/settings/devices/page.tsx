import type { Metadata } from "next";
import { DevicesPage } from "@/components/settings/devices-page";
import { listSessionsContract } from "@/lib/contracts/sessions";
import { read } from "@/lib/server/read";
import { listSessions } from "@/lib/services/sessions/list-sessions";

export const metadata: Metadata = { title: "Devices" };

export default async function Page() {
  return <DevicesPage initial={(await read(listSessionsContract, listSessions, {})).sessions} />;
}
