"use client";

import { isAt, settingsFor } from "@/components/shell/places";
import { PageTabs } from "@/components/ui/page-tabs";
import type { Role } from "@/lib/domain/roles";

/** Every page stands below /settings, which is a page itself. */
const isHere = (path: string, href: string) => (href === "/settings" ? path === href : isAt(path, href));

/** The pages under Settings that this member's roles need. */
export function SettingsTabs({ roles }: { roles: readonly Role[] }) {
  return <PageTabs label="Settings" pages={settingsFor(roles)} isHere={isHere} />;
}
