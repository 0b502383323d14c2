import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { getMeContract } from "@/lib/contracts/members";
import { read } from "@/lib/server/read";
import { getMe } from "@/lib/services/members/get-me";

/** The frame of every signed-in page. It draws; each page's own verb decides who may read it. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  return <Shell me={await read(getMeContract, getMe, {})}>{children}</Shell>;
}
