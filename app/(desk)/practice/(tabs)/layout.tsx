import type { ReactNode } from "react";
import { PracticeTabs } from "@/components/practice/practice-tabs";
import { Page as Margins } from "@/components/ui/page";
import { getMeContract } from "@/lib/contracts/members";
import { read } from "@/lib/server/read";
import { getMe } from "@/lib/services/members/get-me";

export default async function PracticeLayout({ children }: { children: ReactNode }) {
  const { roles } = await read(getMeContract, getMe, {});
  return (
    <Margins>
      <PracticeTabs roles={roles} />
      {children}
    </Margins>
  );
}
