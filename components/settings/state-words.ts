import type { MemberRow } from "@/lib/contracts/members";

/** How a membership's state is called on screen. */
export const STATE_WORDS: Record<MemberRow["state"], string> = {
  active: "Active",
  invited: "Invited, not here yet",
  lapsed: "Invitation ran out",
  provisioned: "From the directory, not here yet",
  deactivated: "Deactivated",
  file: "From an imported file",
};
