"use client";

import { PageHeader } from "@/components/ui/page-header";
import { Table, Th } from "@/components/ui/table";
import type { MemberRow } from "@/lib/contracts/members";
import { InviteForm } from "./invite-form";
import { MemberLine } from "./member-line";
import { useMemberChanges } from "./use-member-changes";

/** Everybody in the organisation, and what each may do. */
export function MembersPage({ initial, meId }: { initial: readonly MemberRow[]; meId: string }) {
  const { members, busyId, change, inviteAgain, reload } = useMemberChanges(initial);
  const active = members.filter((member) => member.state === "active").length;
  return (
    <>
      <PageHeader
        title="Members"
        above={`${members.length} in all, ${active} active`}
        below="A change holds from that member's next request on. Who is to score an interview is blind there, whatever roles they hold."
      />
      <InviteForm onInvited={reload} />
      <Table caption="Members" className="max-lg:block">
        <thead className="max-lg:sr-only">
          <tr>
            <Th>Member</Th>
            <Th>Roles</Th>
            <Th>State</Th>
            <Th>
              <span className="sr-only">Change</span>
            </Th>
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {members.map((member) => (
            <MemberLine
              key={member.id}
              member={member}
              me={member.id === meId}
              busy={busyId === member.id}
              change={change}
              invite={inviteAgain}
            />
          ))}
        </tbody>
      </Table>
    </>
  );
}
