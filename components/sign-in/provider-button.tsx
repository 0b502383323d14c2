"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** The organisation's own sign-on. */
export function ProviderButton({ provider, name }: { provider: string; name: string }) {
  const [state, setState] = useState<"ready" | "leaving" | "failed">("ready");
  return (
    <div className="grid gap-3">
      <Button
        look="primary"
        disabled={state === "leaving"}
        onClick={() => {
          setState("leaving");
          signIn(provider, { redirectTo: "/" }).catch(() => setState("failed"));
        }}
      >
        Sign in with {name}
      </Button>
      {state === "failed" && (
        <Notice live tone="warn" title={`${name} could not be reached`}>
          Check your connection and try again.
        </Notice>
      )}
    </div>
  );
}
