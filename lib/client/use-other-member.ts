"use client";

import { useEffect, useState } from "react";

/** Whether another tab of this browser works as somebody else, or in another organisation, since this page came up. */
export function useOtherMember(memberId: string): boolean {
  const [other, setOther] = useState(false);
  useEffect(() => {
    let [stop, gone] = [() => {}, false];
    import("./device").then(({ onMember }) => {
      if (gone) return;
      // Null is a sign-out, of which the next request tells.
      stop = onMember((here) => setOther((was) => (here === null ? was : here !== memberId)));
    }, console.error);
    return () => {
      gone = true;
      stop();
    };
  }, [memberId]);
  return other;
}
