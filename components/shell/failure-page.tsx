"use client";

import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { readAgain, useRecovery } from "@/lib/client/use-recovery";

/** A page that could not be made: what happened, what is safe, what to do. `digest` names the line in the server's log. */
export function FailurePage({ digest }: { digest?: string | undefined }) {
  useRecovery();
  return (
    <Page width="reading">
      <h1>This page could not be read</h1>
      <p className="mt-3 mb-6 max-w-[60ch] text-soft">
        {digest ? "The server failed while making it." : "Not all of it came."} What was saved is still saved,
        and what this device keeps is still kept. It comes back by itself; if it stays so, tell your
        administrator{digest ? `, and name ${digest}` : ""}.
      </p>
      <Button look="primary" onClick={readAgain}>
        Try again
      </Button>
    </Page>
  );
}
