"use client";

import { Menu } from "@base-ui/react/menu";
import clsx from "clsx";
import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useRef } from "react";
import type { Me } from "@/lib/contracts/members";
import { ACCOUNT_BUTTON, AccountFace } from "./account-face";
import { OrganizationChoice } from "./organization-choice";
import { rolesInWords } from "./role-words";
import { THEMES } from "./theme-choice";

interface AccountMenuProps {
  me: Me;
  onPalette: () => void;
  onShortcuts: () => void;
  onSignOut: () => void;
  /** Pressed before the menu had arrived. */
  openAtOnce: boolean;
}

const ITEM =
  "flex min-h-8 w-full items-center justify-between gap-3 rounded-[6px] px-3 text-s outline-none " +
  "data-highlighted:bg-accent-wash data-highlighted:text-accent pointer-coarse:min-h-11";

/** Who you are here, the theme, the keys, the way out. */
export function AccountMenu({ me, onPalette, onShortcuts, onSignOut, openAtOnce }: AccountMenuProps) {
  const router = useRouter();
  const { theme, setTheme } = useTheme();
  // Opens inside the navigation, so that everything on the page stands in a landmark.
  const place = useRef<HTMLDivElement>(null);
  return (
    <Menu.Root defaultOpen={openAtOnce}>
      <Menu.Trigger aria-label={`Account: ${me.name}`} className={ACCOUNT_BUTTON}>
        <AccountFace name={me.name} />
      </Menu.Trigger>
      <div ref={place} className="contents" />
      <Menu.Portal container={place}>
        <Menu.Positioner side="right" align="end" sideOffset={8} collisionPadding={8} className="z-50">
          <Menu.Popup className="w-64 rounded-m border border-line-strong bg-sheet p-1 outline-none">
            <div className="px-3 pt-2 pb-2">
              <p className="font-serif font-[560]">{me.name}</p>
              <p className="text-s text-soft">{rolesInWords(me.roles)}</p>
              <p className="text-s text-soft">{me.organization.name}</p>
            </div>
            <Menu.Separator className="my-1 border-t border-line" />
            <OrganizationChoice itemClass={ITEM} />
            <Menu.RadioGroup value={theme ?? "system"} onValueChange={setTheme} aria-label="Theme">
              {THEMES.map((choice) => (
                <Menu.RadioItem key={choice.value} value={choice.value} closeOnClick={false} className={ITEM}>
                  {choice.label}
                  <Menu.RadioItemIndicator>
                    <Check aria-hidden className="size-4" />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Separator className="my-1 border-t border-line" />
            <Menu.Item className={ITEM} onClick={onPalette}>
              Go to
            </Menu.Item>
            <Menu.Item className={ITEM} onClick={onShortcuts}>
              Keyboard shortcuts
            </Menu.Item>
            <Menu.Item className={clsx(ITEM, "md:hidden")} onClick={() => router.push("/settings")}>
              Settings
            </Menu.Item>
            <Menu.Item className={ITEM} onClick={onSignOut}>
              Sign out
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
