"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { call } from "@/lib/client/api";
import { shareOwnFiguresContract } from "@/lib/contracts/panels";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { toastDone, toastProblem } from "../ui/toasts";

/** Opens one's own figures to the leads. Asked first: what has been read cannot be unread. */
export function ShareFigures() {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [sharing, setSharing] = useState(false);
  const share = async () => {
    setSharing(true);
    try {
      await call(shareOwnFiguresContract, {});
      toastDone("Leads read your figures from now on");
      setAsking(false);
      router.refresh();
    } catch (problem) {
      toastProblem("Nothing was shared", problem instanceof Error ? problem.message : "");
    } finally {
      setSharing(false);
    }
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>Share with the leads</Button>
      <Dialog open={asking} onOpenChange={setAsking} title="Share your figures with the leads?">
        <p className="text-s text-soft">
          They then read on the panel sheet what you read here. This is not taken back: it may have been read.
        </p>
        <div className="mt-4 flex gap-2">
          <Button look="primary" onClick={share} disabled={sharing}>
            Share
          </Button>
          <Button onClick={() => setAsking(false)}>Keep them to yourself</Button>
        </div>
      </Dialog>
    </>
  );
}
