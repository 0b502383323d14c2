"use client";

import { Button } from "@/components/ui/button";
import { Td, Th } from "@/components/ui/table";
import { toastProblem } from "@/components/ui/toasts";
import type { MemberRow } from "@/lib/contracts/members";
import { ROLE_LABEL } from "@/lib/domain/labels";
import { ROLES, type Role } from "@/lib/domain/roles";
import { RoleChips } from "./role-chips";
import { STATE_WORDS } from "./state-words";
import type { useMemberChanges } from "./use-member-changes";

interface MemberLineProps {
  member: MemberRow;
  me: boolean;
  busy: boolean;
  change: ReturnType<typeof useMemberChanges>["change"];
  invite: ReturnType<typeof useMemberChanges>["inviteAgain"];
}

/** One member: who, which roles, since when away. */
export function MemberLine({ member, me, busy, change, invite }: MemberLineProps) {
  const active = member.state !== "deactivated";
  const waiting = member.state === "invited" || member.state === "lapsed";
  return (
    <tr className="max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:border-b max-lg:border-line max-lg:py-3">
      <Th scope="row" className="max-lg:col-span-2 max-lg:border-0 max-lg:py-1">
        <span className="inline-block max-w-full lg:max-w-72">{member.name}</span>
        {me && <span className="font-normal text-soft"> (you)</span>}
        <span className="block font-normal break-all text-soft">{member.email ?? "no e-mail address"}</span>
      </Th>
      <Td className="max-lg:col-span-2 max-lg:border-0 max-lg:py-1">
        {active ? (
          <RoleChips
            legend={`Roles of ${member.name}`}
            legendHidden
            roles={member.roles}
            disabled={busy}
            onChange={(roles) => giveRoles(member, roles, change)}
          />
        ) : (
          <span className="text-soft">{member.roles.map((role) => ROLE_LABEL[role]).join(", ")}</span>
        )}
      </Td>
      <Td className="whitespace-nowrap max-lg:border-0 max-lg:py-1">
        {STATE_WORDS[member.state]}
        {member.lastSeenAt && (
          <time dateTime={member.lastSeenAt} className="block text-soft">
            last here {day(member.lastSeenAt)}
          </time>
        )}
      </Td>
      <Td className="text-right max-lg:border-0 max-lg:py-1">
        {waiting && (
          <Button
            size="s"
            disabled={busy}
            aria-label={`Invite ${member.name} again`}
            onClick={() => invite(member)}
          >
            Invite again
          </Button>
        )}
        {!me && (
          <Button
            size="s"
            disabled={busy}
            aria-label={
              waiting
                ? `Withdraw ${member.name}’s invitation`
                : `${active ? "Deactivate" : "Reactivate"} ${member.name}`
            }
            onClick={() =>
              change(
                member,
                { roles: member.roles, active: !active },
                waiting
                  ? `${member.name}’s invitation is withdrawn`
                  : active
                    ? `${member.name} is deactivated: the next request is refused`
                    : `${member.name} is active again`,
              )
            }
          >
            {waiting ? "Withdraw" : active ? "Deactivate" : "Reactivate"}
          </Button>
        )}
      </Td>
    </tr>
  );
}

function giveRoles(member: MemberRow, roles: Role[], change: MemberLineProps["change"]): void {
  if (roles.length === 0) {
    toastProblem(`${member.name} keeps one role`, "Deactivate a member who is to have none.");
    return;
  }
  const words = ROLES.filter((role) => roles.includes(role)).map((role) => ROLE_LABEL[role].toLowerCase());
  void change(member, { roles, active: true }, `${member.name} is now ${words.join(", ")}`);
}

/** The server and the browser must print the same day, so the zone is named: UTC. */
function day(instant: string): string {
  return new Date(instant).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}
