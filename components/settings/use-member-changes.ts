"use client";

import { useState } from "react";
import { toastDone, toastProblem } from "@/components/ui/toasts";
import { ApiProblem, call } from "@/lib/client/api";
import {
  changeMemberContract,
  listMembersContract,
  type MemberRow,
  renewInvitationContract,
} from "@/lib/contracts/members";
import type { Role } from "@/lib/domain/roles";

/** The part of a member that an administrator changes here. */
interface Membership {
  roles: Role[];
  active: boolean;
}

/** Says in words what went wrong with a call, whatever it was. */
export function problemWords(error: unknown): string {
  return error instanceof ApiProblem ? error.message : "Something went wrong. Try again.";
}

/** The list of members, and the one way to change a membership: at once, with Undo. */
export function useMemberChanges(initial: readonly MemberRow[]) {
  const [members, setMembers] = useState(initial);
  const [busyId, setBusyId] = useState<string | null>(null);

  async function reload(): Promise<void> {
    setMembers((await call(listMembersContract, {})).members);
  }

  async function save(member: MemberRow, next: Membership): Promise<boolean> {
    const before = members;
    setBusyId(member.id);
    // Shown at once, taken back when refused: a tapped chip that waits for the server feels broken.
    setMembers((present) =>
      present.map((row) => (row.id === member.id ? { ...row, roles: next.roles } : row)),
    );
    try {
      await call(changeMemberContract, { memberId: member.id, ...next });
      await reload();
      return true;
    } catch (error) {
      setMembers(before);
      toastProblem(`${member.name} was not changed`, problemWords(error));
      return false;
    } finally {
      setBusyId(null);
    }
  }

  async function change(member: MemberRow, next: Membership, done: string): Promise<void> {
    const before = { roles: member.roles, active: member.state !== "deactivated" };
    if (await save(member, next)) toastDone(done, () => void save(member, before));
  }

  async function inviteAgain(member: MemberRow): Promise<void> {
    setBusyId(member.id);
    try {
      await call(renewInvitationContract, { memberId: member.id });
      await reload();
      toastDone(`${member.name} is invited again, for 14 days`);
    } catch (error) {
      toastProblem(`${member.name} was not invited again`, problemWords(error));
    } finally {
      setBusyId(null);
    }
  }

  return { members, busyId, change, inviteAgain, reload };
}
