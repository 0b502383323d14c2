import { sql } from "drizzle-orm";
import type { Transaction } from "../context";

/** An invitation that is to go out by mail. */
export interface InvitationMail extends Record<string, unknown> {
  id: string;
  email: string;
  name: string;
  organization: string;
}

/** Takes the open invitations that no mail was sent about: each is given to one instance only. */
export async function takeInvitationMails(
  tx: Transaction,
  organizationId: string,
): Promise<InvitationMail[]> {
  return tx.execute<InvitationMail>(sql`
    update memberships m set invitation_mailed_at = now() from organizations o
    where m.organization_id = ${organizationId} and o.id = m.organization_id and m.user_id is null
      and m.email is not null and m.deactivated_at is null and m.invited_until > now() and m.invitation_mailed_at is null
    returning m.id, m.email, m.name, o.name as organization`);
}

/** Gives one back: its mail could not be handed over, and the next change tries again. */
export async function returnInvitationMail(
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<void> {
  await tx.execute(sql`
    update memberships set invitation_mailed_at = null where organization_id = ${organizationId} and id = ${id}`);
}
