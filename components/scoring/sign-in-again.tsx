import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";

/** Large enough for a provider's own page. */
const WINDOW = "popup,width=520,height=720";

/**
 * Signs in beside the scorecard, in a small window; the page under it stays as it is. Whoever comes back is heard of by
 * `lib/client/device`, which sends what waits, or keeps it when it is somebody else.
 */
export function useSignInWindow(signedOut: boolean): () => void {
  const opened = useRef<Window | null>(null);
  useEffect(() => {
    if (signedOut) return;
    opened.current?.close();
    opened.current = null;
  }, [signedOut]);
  return () => {
    opened.current = window.open("/sign-in", "plumbline-sign-in", WINDOW);
    // A browser that allows no windows opens a tab instead.
    if (!opened.current) window.open("/sign-in", "_blank", "noopener");
  };
}

/** In the scorecard's place while somebody else is signed in on this browser: not a word of it is shown to them. */
export function SomebodyElse({ onSignIn }: { onSignIn: () => void }) {
  return (
    <section aria-label="Somebody else is signed in" className="mx-auto max-w-[40rem] px-4 py-12 md:px-6">
      <h1>Somebody else signed in on this browser</h1>
      <p className="mt-3 mb-6 max-w-[60ch] text-soft">
        The scorecard that was open here is kept on this device, encrypted. Nothing of it is sent or shown
        until its author signs in again; if that was you, going on in another organisation, choose this one
        again in your account menu.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onClick={onSignIn}>
          Sign in again
        </Button>
        <LinkButton href="/interviews">Your interviews</LinkButton>
      </div>
    </section>
  );
}
