import { withOrganization } from "@/db/context";
import type { World } from "@/db/testing/world";
import type { Operation } from "@/lib/contracts/operations";
import { DIMENSIONS, type Mark, marksOf } from "@/lib/domain/scale";
import { applyOperations } from "@/lib/services/scorecards/apply-operations";
import { submitScorecard } from "@/lib/services/scorecards/submit-scorecard";
import { type SignedIn, seatInterview, signIn, signInInterviewers } from "../support/interviewers";
import { completeCard, tab } from "../support/operations";

const CANDIDATES = 24;
const SEATS = 4;

/** One opening with a day's worth of candidates, all scored, and drafts to save into. */
export interface House {
  recruiter: SignedIn;
  applicationIds: string[];
  /** The next save: one more change of one of the drafts, each at most a few hundred operations long. */
  nextSave(): Save;
}

export interface Save {
  /** The author's. */
  cookie: string;
  scorecardId: string;
  operations: Operation[];
}

export async function furnish(world: World): Promise<House> {
  const people = await signInInterviewers(world, SEATS);
  const applicationIds: string[] = [];
  for (let i = 0; i < CANDIDATES; i += 1) {
    const { applicationId, scorecardIds } = await seatInterview(world, `Candidate ${i + 1}`, people);
    applicationIds.push(applicationId);
    for (const [seat, { memberId }] of people.entries())
      await submit(world, memberId, scorecardIds[seat] ?? "", i + seat);
  }
  const { scorecardIds } = await seatInterview(world, "Candidate at the table", people);
  const make = tab(world.rubricVersionId);
  let saves = 0;
  return {
    recruiter: await signIn(world, "Recruiter", ["recruiter"]),
    applicationIds,
    nextSave: () => {
      const seat = saves % SEATS;
      const dimension = DIMENSIONS[Math.floor(saves / SEATS) % DIMENSIONS.length] ?? "ownership";
      const mark = marksOf(dimension)[saves % 5] ?? 1;
      saves += 1;
      const operation = make({ field: "rating", dimension, value: { state: "observed", mark } });
      return {
        cookie: people[seat]?.cookie ?? "",
        scorecardId: scorecardIds[seat] ?? "",
        operations: [operation],
      };
    },
  };
}

/** Marks differ from card to card, so that nothing on the list is alike by chance. */
async function submit(world: World, memberId: string, scorecardId: string, i: number): Promise<void> {
  const marks = DIMENSIONS.map((dimension, d): Mark => marksOf(dimension)[(i * 3 + d) % 5] ?? 1);
  const operations = completeCard(marks).map(tab(world.rubricVersionId));
  const member = { id: memberId, name: "Interviewer", roles: ["interviewer"] as const };
  const acting = { organization: world.organization, member, now: new Date() };
  await withOrganization(world.database, acting, async (ctx) => {
    await applyOperations(ctx, { scorecardId, operations });
    await submitScorecard(ctx, { scorecardId });
  });
}
