"use client";

import { useEffect, useState } from "react";
import { onMember } from "./device";

/** Whether another tab of this browser works as somebody else, or in another organisation, since this page came up. */
export function useOtherMember(memberId: string): boolean {
  const [other, setOther] = useState(false);
  useEffect(() => {
    // Null is a sign-out, of which the next request tells.
    return onMember((here) => setOther((was) => (here === null ? was : here !== memberId)));
  }, [memberId]);
  return other;
}
