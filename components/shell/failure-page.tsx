"use client";

import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";

interface FailurePageProps {
  /** Names the line in the server's log; the error itself is never shown. */
  digest?: string | undefined;
  onRetry: () => void;
}

/** A page that could not be made: what happened, what is safe, what to do. */
export function FailurePage({ digest, onRetry }: FailurePageProps) {
  return (
    <Page width="reading">
      <h1>This page could not be read</h1>
      <p className="mt-3 mb-6 max-w-[60ch] text-soft">
        The server failed while making it. What was saved is still saved. Try again; if it stays so, tell your
        administrator{digest ? `, and name ${digest}` : ""}.
      </p>
      <Button look="primary" onClick={onRetry}>
        Try again
      </Button>
    </Page>
  );
}
