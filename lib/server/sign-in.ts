import { withIdentity, withOrganization, withSession } from "@/db/context";
import { type CastMember, listMembershipsOf } from "@/db/queries/cast";
import { audit } from "@/db/writes/audit";
import { claimProvisioned } from "@/db/writes/directory";
import { claimInvitations } from "@/db/writes/members";
import { takeClaimedRoles } from "@/lib/services/members/take-claimed-roles";
import { type ClaimedGroups, rolesIn } from "./claimed-roles";
import { database } from "./database";

interface Arrival {
  /** An address that a mail link or the provider's own word has proved; only that takes up invitations. */
  provenEmail: string | null | undefined;
  how: "oidc" | "mail" | "demo";
  /** As whom a directory would have provisioned them; null where no provider says so. */
  provisionedAs: { issuer: string; externalId: string } | null;
  /** What the provider's claim says; null when no claim is to decide. */
  claims: ClaimedGroups | null;
}

/**
 * What follows a sign-in: what a directory keeps for them and open invitations become memberships, and every
 * organisation's audit chain hears of it.
 */
export async function signedIn(
  userId: string,
  { provenEmail, how, provisionedAs, claims }: Arrival,
): Promise<void> {
  const { joined, memberships } = await withIdentity(database(), async (tx) => {
    const kept = provisionedAs ? await claimProvisioned(tx, userId, provisionedAs) : [];
    const invited = provenEmail ? await claimInvitations(tx, userId, provenEmail) : [];
    return { joined: [...kept, ...invited], memberships: await listMembershipsOf(tx, userId) };
  });
  for (const membership of memberships)
    await recordSignIn(membership, { how, claims, joins: joined.includes(membership.memberId) });
}

interface SignIn {
  how: Arrival["how"];
  claims?: Arrival["claims"];
  /** Took up the invitation just now. */
  joins?: boolean;
}

export async function recordSignIn(
  membership: CastMember,
  { how, claims = null, joins = false }: SignIn,
): Promise<void> {
  const { organization, memberId, name, roles } = membership;
  const acting = { organization, member: { id: memberId, name, roles }, now: new Date() };
  const claimed = claims === null ? null : rolesIn(organization.id, claims);
  const self = { subjectKind: "member", subjectId: memberId };
  await withOrganization(database(), acting, async (ctx) => {
    if (claimed) await takeClaimedRoles(ctx, claimed);
    if (joins) await audit(ctx, { action: "member.join", ...self, detail: { how } });
    await audit(ctx, { action: "session.start", ...self, detail: { how } });
  });
}

/** Writes a sign-out into the chain of the organisation that the session worked in. Nothing to write for a stranger. */
export async function recordSignOut(tokenHash: string): Promise<void> {
  await withSession(database(), tokenHash, (ctx) =>
    audit(ctx, { action: "session.end", subjectKind: "member", subjectId: ctx.member.id }),
  );
}
