import { v7 } from "uuid";
import { withIdentity } from "@/db/context";
import { users } from "@/db/schema/index";
import type { World } from "@/db/testing/world";
import { createApplication, createCandidate, createInterview } from "@/db/writes/interviewing";
import { createMember } from "@/db/writes/members";
import { createSession } from "@/db/writes/sessions";
import type { Role } from "@/lib/domain/roles";

const SESSION_MS = 3_600_000;
/** next-auth's own name for the cookie over plain HTTP. */
const SESSION_COOKIE = "authjs.session-token";

/** A member with an account and a session of their own, as signing in would have left them. */
export interface SignedIn {
  memberId: string;
  /** The whole Cookie header. */
  cookie: string;
}

export async function signIn(world: World, name: string, roles: Role[]): Promise<SignedIn> {
  const userId = v7();
  await withIdentity(world.database, async (tx) => {
    await tx.insert(users).values({ id: userId, name, email: `${userId}@example.com` });
  });
  const memberId = await world.as("Amos", (ctx) => createMember(ctx, { name, roles, userId }));
  const token = await withIdentity(world.database, (tx) =>
    createSession(tx, {
      userId,
      organizationId: world.organization.id,
      expires: new Date(Date.now() + SESSION_MS),
    }),
  );
  return { memberId, cookie: `${SESSION_COOKIE}=${token}` };
}

/** People called "Interviewer 1", "Interviewer 2" and so on, each signed in. */
export function signInInterviewers(world: World, count: number): Promise<SignedIn[]> {
  return Promise.all(
    Array.from({ length: count }, (_, i) => signIn(world, `Interviewer ${i + 1}`, ["interviewer"])),
  );
}

export interface Seated {
  candidateId: string;
  applicationId: string;
  interviewId: string;
  /** One scorecard for each of the interviewers, in their order. */
  scorecardIds: string[];
}

/** A new candidate's interview with these people in its seats. */
export function seatInterview(
  world: World,
  candidate: string,
  interviewers: readonly SignedIn[],
): Promise<Seated> {
  return world.as("Amos", async (ctx) => {
    const candidateId = await createCandidate(ctx, { name: candidate });
    const applicationId = await createApplication(ctx, { openingId: world.openingId, candidateId });
    const seats = interviewers.map(({ memberId }) => ({ memberId, scorecardId: v7() }));
    const interviewId = await createInterview(ctx, {
      applicationId,
      rubricVersionId: world.rubricVersionId,
      scheduledAt: ctx.now,
      seats,
    });
    return {
      candidateId,
      applicationId,
      interviewId,
      scorecardIds: seats.map(({ scorecardId }) => scorecardId),
    };
  });
}
