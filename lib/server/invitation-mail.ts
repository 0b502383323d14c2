import { type InvitationMail, returnInvitationMail, takeInvitationMails } from "@/db/writes/invitation-mails";
import { INVITATION_DAYS } from "@/db/writes/members";
import { env } from "./env";
import { sendWaiting, type Words } from "./mail";

/** Sends an organisation's waiting invitations. */
export function mailInvitations(organizationId: string): Promise<void> {
  return sendWaiting(organizationId, { take: takeInvitationMails, giveBack: returnInvitationMail, wordsOf });
}

/** Holds no secret: the address alone, proved at sign-in, takes the invitation up. */
function wordsOf({ name, email, organization }: InvitationMail): Words {
  const url = new URL("/sign-in", env().AUTH_URL).href;
  return {
    subject: `${organization} invites you to Plumbline`,
    text: `${name}, ${organization} asks you to score interviews with them in Plumbline.\n\nSign in with ${email} within ${INVITATION_DAYS} days:\n${url}\n\nIf you do not know them, do nothing.\n`,
  };
}
