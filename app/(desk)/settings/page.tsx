import type { Metadata } from "next";
import { Appearance } from "@/components/settings/appearance";

export const metadata: Metadata = { title: "Appearance and shortcuts" };

export default function Page() {
  return <Appearance />;
}
