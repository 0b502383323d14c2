import type { Context } from "@/db/context";
import { listApplicationsOf, listOpenings } from "@/db/queries/candidates";
import { listInterviewsOf, listSeats, type SeatRecord } from "@/db/queries/interviews";
import { listMembers } from "@/db/queries/members";
import type { Role } from "@/lib/domain/roles";
import { groupBy } from "../shared/group-by";

export interface PresentMember {
  id: string;
  name: string;
  roles: readonly Role[];
  /** Until when they could read what others submitted, when they no longer can. */
  comparedUntil: Date | null;
}

/** What is there already, looked up by the names a file uses. Names are compared without regard to case. */
export interface Present {
  openingId(title: string): string | undefined;
  /** The application of a candidate of this name in this opening. */
  applicationId(title: string, candidate: string): string | undefined;
  /** A live member by name or e-mail address; "several" when a name fits more than one. */
  member(nameOrEmail: string): PresentMember | "several" | undefined;
  /** True for the address of a member who is deactivated: it cannot be invited a second time. */
  isDeactivated(email: string): boolean;
  interviewIds: string[];
  /** Interviews of an application, with their seats. */
  interviews(applicationId: string): { interviewId: string; scheduledAt: Date; seats: SeatRecord[] }[];
}

/** Reads everything that rows naming these openings can touch: five queries however many rows. */
export async function readPresent(ctx: Context, titles: readonly string[]): Promise<Present> {
  const wanted = new Set(titles.map(fold));
  const openings = new Map(
    (await listOpenings(ctx)).flatMap(({ id, title }) =>
      wanted.has(fold(title)) ? [[fold(title), id] as const] : [],
    ),
  );
  const applications = new Map<string, string>();
  const titleOf = new Map([...openings].map(([title, id]) => [id, title]));
  for (const { applicationId, openingId, candidate } of await listApplicationsOf(ctx, [...titleOf.keys()])) {
    applications.set(keyOf(titleOf.get(openingId) ?? "", candidate.name), applicationId);
  }
  const interviews = await listInterviewsOf(ctx, [...applications.values()]);
  const seats = groupBy(
    await listSeats(
      ctx,
      interviews.map(({ interviewId }) => interviewId),
    ),
    ({ interviewId }) => interviewId,
  );
  const byApplication = groupBy(
    interviews.map(({ interviewId, applicationId, scheduledAt }) => ({
      interviewId,
      applicationId,
      scheduledAt,
      seats: seats.get(interviewId) ?? [],
    })),
    ({ applicationId }) => applicationId,
  );
  const everybody = await listMembers(ctx);
  const members = everybody.filter(({ deactivatedAt }) => deactivatedAt === null);
  const away = new Set(
    everybody.flatMap(({ email, deactivatedAt }) => (email && deactivatedAt ? [fold(email)] : [])),
  );
  const named = groupBy(members, ({ name }) => fold(name));
  const mailed = new Map(
    members.flatMap((member) => (member.email ? [[fold(member.email), member] as const] : [])),
  );
  return {
    openingId: (title) => openings.get(fold(title)),
    applicationId: (title, candidate) => applications.get(keyOf(title, candidate)),
    member(nameOrEmail) {
      const same = named.get(fold(nameOrEmail)) ?? [];
      return mailed.get(fold(nameOrEmail)) ?? (same.length > 1 ? "several" : same[0]);
    },
    isDeactivated: (email) => away.has(fold(email)),
    interviewIds: interviews.map(({ interviewId }) => interviewId),
    interviews: (applicationId) => byApplication.get(applicationId) ?? [],
  };
}

/** One name however it is typed: case apart, and an accent as one character or as two (spreadsheets differ). */
export function fold(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}

export function keyOf(title: string, candidate: string): string {
  return JSON.stringify([fold(title), fold(candidate)]);
}
