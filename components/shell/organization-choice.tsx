"use client";

import { Menu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { useEffect, useState } from "react";
import { toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import { moveOut } from "@/lib/client/device";
import { saveEverything } from "@/lib/client/open-cards";
import {
  chooseOrganizationContract,
  listOrganizationsContract,
  type OwnOrganization,
} from "@/lib/contracts/sessions";

/** Whoever is a member of several organisations chooses here in which to go on; for everybody else there is nothing. */
export function OrganizationChoice({ itemClass }: { itemClass: string }) {
  const [mine, setMine] = useState<readonly OwnOrganization[]>([]);
  useEffect(() => {
    // Without an answer there is nothing to choose; everything else works.
    call(listOrganizationsContract, {}).then(
      ({ organizations }) => setMine(organizations),
      () => {},
    );
  }, []);
  if (mine.length < 2) return null;
  return (
    <>
      <Menu.RadioGroup
        value={mine.find(({ here }) => here)?.id ?? ""}
        onValueChange={(id) => void goOnIn(id)}
        aria-label="Organisation"
      >
        {mine.map(({ id, name }) => (
          <Menu.RadioItem key={id} value={id} className={itemClass}>
            <span className="min-w-0 truncate">{name}</span>
            <Menu.RadioItemIndicator>
              <Check aria-hidden className="size-4" />
            </Menu.RadioItemIndicator>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Separator className="my-1 border-t border-line" />
    </>
  );
}

/** What is entered goes out first, as before signing out; what cannot stays encrypted for when one comes back. */
async function goOnIn(organizationId: string): Promise<void> {
  try {
    await saveEverything();
    await call(chooseOrganizationContract, { organizationId });
    // A browser that kept nothing has nothing to forget.
    await moveOut().catch(() => {});
    window.location.assign("/");
  } catch {
    toastProblem("You are still where you were", "The server did not answer. Try again.");
  }
}
