"use client";

import { type ReactNode, useCallback, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { toastProblem } from "@/components/ui/toasts";
import { moveOut } from "@/lib/client/device";
import { isReplaced } from "@/lib/client/new-version";
import { saveEverything } from "@/lib/client/open-cards";
import { useDevice } from "@/lib/client/use-device";
import { useServiceWorker } from "@/lib/client/use-service-worker";
import type { Me } from "@/lib/contracts/members";
import { ACCOUNT_BUTTON, AccountFace } from "./account-face";
import { useHiddenNamesMark } from "./hidden-names";
import { OtherMemberNotice } from "./other-member-notice";
import { homeFor, placesFor } from "./places";
import { Rail } from "./rail";
import { ShortcutProvider } from "./shortcuts";
import { SubmittingNotice } from "./submitting-notice";
import { useFrameKeys } from "./use-frame-keys";
import { useHeldKeys } from "./use-held-keys";
import { useLoaded } from "./use-loaded";
import { useNewVersionOffer } from "./use-new-version-offer";

type Sheet = "palette" | "shortcuts" | null;

/** The frame of every signed-in page. It renders `<main>`: pages do not. */
export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const [sheet, setSheet] = useState<Sheet>(null);
  const openPalette = useCallback(() => setSheet("palette"), []);
  const openShortcuts = useCallback(() => setSheet("shortcuts"), []);
  useDevice(me);
  useServiceWorker();
  useNewVersionOffer();
  useFrameKeys({ onPalette: openPalette, onShortcuts: openShortcuts });
  useHiddenNamesMark();
  const [accountPressed, setAccountPressed] = useState(false);
  const wanted = sheet !== null || accountPressed;
  const callOff = () => {
    setSheet(null);
    setAccountPressed(false);
  };
  const later = useLoaded(loadLater, wanted, () => {
    callOff();
    toastProblem(
      "This did not open",
      isReplaced() ? RELOAD_FIRST : "Plumbline cannot be reached from here just now. Try again.",
    );
  });
  useHeldKeys(wanted && later === null, callOff);
  return (
    <ShortcutProvider>
      <a
        href="#page"
        data-print="no"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-m bg-accent px-4 py-2 text-accent-ink focus:translate-y-0"
      >
        Skip to the page
      </a>
      <div className="min-h-dvh pb-(--bottom-bar) md:grid md:grid-cols-[76px_minmax(0,1fr)] print:block print:p-0">
        <Rail
          places={placesFor(me.roles)}
          home={homeFor(me.roles)}
          foot={
            <>
              <button
                type="button"
                onClick={openPalette}
                aria-label="Go to a page, a candidate or an action"
                aria-keyshortcuts="Control+K Meta+K"
                className="hidden min-h-9 place-items-center px-2 md:grid pointer-coarse:min-h-11"
              >
                <Kbd>Ctrl K</Kbd>
              </button>
              {later ? (
                <later.AccountMenu
                  me={me}
                  onPalette={openPalette}
                  onShortcuts={openShortcuts}
                  onSignOut={leave}
                  openAtOnce={accountPressed}
                />
              ) : (
                <button
                  type="button"
                  aria-haspopup="menu"
                  aria-label={`Account: ${me.name}`}
                  onClick={() => setAccountPressed(true)}
                  className={ACCOUNT_BUTTON}
                >
                  <AccountFace name={me.name} />
                </button>
              )}
            </>
          }
        />
        <main id="page" tabIndex={-1} className="min-w-0 outline-none">
          {children}
        </main>
      </div>
      <SubmittingNotice />
      <OtherMemberNotice memberId={me.memberId} />
      {later && (
        <>
          <later.CommandPalette
            open={sheet === "palette"}
            onOpenChange={(open) => setSheet(open ? "palette" : null)}
            roles={me.roles}
            onShortcuts={openShortcuts}
            onSignOut={leave}
          />
          <later.ShortcutSheet
            open={sheet === "shortcuts"}
            onOpenChange={(open) => setSheet(open ? "shortcuts" : null)}
          />
        </>
      )}
    </ShortcutProvider>
  );
}

/** What the version before had not loaded went with it. */
const RELOAD_FIRST = "There is a new version: reload first. Nothing here is lost.";
const loadLater = () => import("./later");

async function leave(): Promise<void> {
  try {
    await saveEverything();
    // A browser that kept nothing has nothing to forget.
    await moveOut().catch(() => {});
    const { signOut } = await import("next-auth/react");
    await signOut({ redirectTo: "/sign-in" });
  } catch {
    toastProblem(
      "You are still signed in",
      isReplaced() ? RELOAD_FIRST : "The server did not answer. Try again.",
    );
  }
}
