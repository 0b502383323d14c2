import { actAs } from "../acting-as";
import type { Context } from "../context";
import { audit } from "../writes/audit";
import { createApplication, createCandidate, createInterview } from "../writes/interviewing";
import { deedsOf } from "./deeds";
import { seedId } from "./ids";
import { castMember, RUBRIC_ID } from "./people";
import { seedDraft, seedSubmission } from "./scorecards";
import { askedAt, DAY_MS, heldAt, heldToday, submittedAt } from "./when";
import type { CastKey, InterviewerKey } from "./world/cast";
import type { DemoCandidate, DemoOpening, DemoSeat } from "./world/types";

/** Something that happened in the demo's past, to be replayed in the order of time. */
export interface Step {
  at: Date;
  run(ctx: Context): Promise<void>;
}

/** Candidates are entered, and their panel is seated, some days before. */
const ARRANGED_BEFORE_DAYS = 3;

/** What was arranged and written around one opening. `today` is the moment of seeding. */
export function openingSteps(opening: DemoOpening, openingId: string, today: Date, place: number): Step[] {
  const { candidates, later } = opening;
  const at = heldToday(today, place);
  return [
    ...candidates.flatMap((candidate) => candidateSteps(candidate, openingId, today)),
    arranged(opening.today, openingId, at, opening.today.panel),
    ...(later
      ? [arranged(later, openingId, new Date(at.getTime() + later.inDays * DAY_MS), later.panel)]
      : []),
  ];
}

function candidateSteps(candidate: DemoCandidate, openingId: string, today: Date): Step[] {
  const { name, story, panel } = candidate;
  const at = heldAt(today, candidate.daysAgo, name);
  const seats = Object.entries(panel) as [InterviewerKey, DemoSeat][];
  const steps = seats.map(([interviewer, seat]): Step => {
    const startedAt = askedAt(at, name);
    const deeds = deedsOf(seat, story, startedAt, name, interviewer);
    const scorecardId = seedId("scorecard", name, interviewer);
    return {
      at: submittedAt(at, name, interviewer),
      run: async (ctx) => {
        if (seat.state === "untouched") return;
        const own = await as(ctx, interviewer);
        const card = { scorecardId, rubricVersionId: RUBRIC_ID, startedAt };
        const content = await seedDraft(own, card, deeds);
        if (seat.state === "draft") return;
        const interviewId = seedId("interview", name);
        await seedSubmission(own, { scorecardId, interviewId, revision: deeds.length }, content);
      },
    };
  });
  return [
    arranged(
      candidate,
      openingId,
      at,
      seats.map(([interviewer]) => interviewer),
    ),
    ...steps,
  ];
}

function arranged(
  candidate: { name: string; email: string },
  openingId: string,
  scheduledAt: Date,
  interviewers: readonly InterviewerKey[],
): Step {
  const { name, email } = candidate;
  return {
    at: new Date(scheduledAt.getTime() - ARRANGED_BEFORE_DAYS * DAY_MS),
    run: async (ctx) => {
      const recruiter = await as(ctx, "rosa");
      const candidateId = await createCandidate(recruiter, { id: seedId("candidate", name), name, email });
      const applicationId = seedId("application", name);
      await createApplication(recruiter, { id: applicationId, openingId, candidateId });
      const interviewId = await createInterview(recruiter, {
        id: seedId("interview", name),
        applicationId,
        rubricVersionId: RUBRIC_ID,
        scheduledAt,
        seats: interviewers.map((interviewer) => ({
          id: seedId("seat", name, interviewer),
          memberId: castMember(interviewer).id,
          scorecardId: seedId("scorecard", name, interviewer),
        })),
      });
      await audit(recruiter, {
        action: "interview.create",
        subjectKind: "interview",
        subjectId: interviewId,
        detail: { seats: interviewers.length },
      });
    },
  };
}

/** The same moment, as another of the cast. */
export function as(ctx: Context, key: CastKey): Promise<Context> {
  return actAs(ctx, castMember(key));
}
