import type { ReactNode } from "react";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Page as Margins } from "@/components/ui/page";
import { getMeContract } from "@/lib/contracts/members";
import { read } from "@/lib/server/read";
import { getMe } from "@/lib/services/members/get-me";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { roles } = await read(getMeContract, getMe, {});
  return (
    <Margins>
      <SettingsTabs roles={roles} />
      {children}
    </Margins>
  );
}
