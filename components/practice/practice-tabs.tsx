"use client";

import { practiceFor } from "@/components/shell/places";
import { PageTabs } from "@/components/ui/page-tabs";
import type { Role } from "@/lib/domain/roles";

/** The pages under Practice that these roles need. */
export function PracticeTabs({ roles }: { roles: readonly Role[] }) {
  return <PageTabs label="Practice" pages={practiceFor(roles)} isHere={(path, href) => path === href} />;
}
