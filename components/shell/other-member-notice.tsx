"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useOtherMember } from "@/lib/client/use-other-member";

/**
 * A page left open in one organisation while the browser went on in another: it says so, is refused whatever it asks,
 * and leads nowhere without being loaded anew, so that two organisations never stand in one frame.
 */
export function OtherMemberNotice({ memberId }: { memberId: string }) {
  const other = useOtherMember(memberId);
  const path = usePathname();
  const cameUpAt = useRef(path);
  useEffect(() => {
    if (other && path !== cameUpAt.current) window.location.reload();
    cameUpAt.current = path;
  }, [other, path]);
  // The cockpit says it in the scorecard's own place.
  if (!other || /^\/interviews\/[^/]+$/.test(path)) return null;
  return (
    <div
      role="alert"
      data-print="no"
      className="fixed inset-x-4 bottom-(--foot) z-40 mx-auto flex max-w-[40rem] flex-wrap items-center justify-between gap-3 rounded-m border border-line-strong bg-sheet px-4 py-3 text-s"
    >
      <p className="min-w-0 flex-1">
        <b className="font-[560]">This browser works in another organisation, or as somebody else, now.</b>{" "}
        What you entered here is kept and goes out when you come back.
      </p>
      <Button size="s" onClick={() => window.location.assign("/")}>
        Go there
      </Button>
    </div>
  );
}
