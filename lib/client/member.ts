import type { Me } from "@/lib/contracts/members";

let present: Me | null = null;

/** Who is signed in here, as far as this page knows. */
export function memberHere(): Me | null {
  return present;
}

export function settleMember(me: Me | null): void {
  present = me;
}
