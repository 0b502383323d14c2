import { asComparer } from "@/db/acting-as";
import type { Context } from "@/db/context";
import { listDebriefSteps, listDecisions } from "@/db/queries/debriefs";
import { type InterviewRecord, listInterviewsOf, listSeats, type SeatRecord } from "@/db/queries/interviews";
import { listDeedsAbout, listHolds, listOthers, type PersonRecord } from "@/db/queries/privacy";
import { type RubricRecord, rubricsById } from "@/db/queries/rubrics";
import { listSubmittedScorecards, type ScorecardRecord } from "@/db/queries/scorecards";
import { type Other, redactor } from "@/lib/domain/redaction";
import { DIMENSIONS } from "@/lib/domain/scale";
import { byInterview, seatHere } from "../shared/views";

/** Moves when a reader of the file would have to change. */
const FORM = 1;

export type PersonFile = Awaited<ReturnType<typeof readPersonFile>>;
export type InterviewInFile = PersonFile["applications"][number]["interviews"][number];

/** The person's interviews, and those of them that the file may speak of: none that its reader is still to score. */
export async function interviewsOf(ctx: Context, { applications }: PersonRecord) {
  const all = await listInterviewsOf(
    ctx,
    applications.map(({ applicationId }) => applicationId),
  );
  return { all, told: all.filter((interview) => seatHere(interview) !== "open") };
}

/**
 * Everything kept about one person, in their own words and others', without anybody else's name.
 * @param allowed the interviews that its reader is on record as reading
 */
export async function readPersonFile(ctx: Context, person: PersonRecord, allowed: ReadonlySet<string>) {
  return asComparer(ctx, async () => {
    const { all, told: mayTell } = await interviewsOf(ctx, person);
    const told = mayTell.filter(({ interviewId }) => allowed.has(interviewId));
    const ids = told.map(({ interviewId }) => interviewId);
    const seats = await listSeats(ctx, ids);
    const cards = byInterview(await listSubmittedScorecards(ctx, ids));
    const decided = byInterview(await listDecisions(ctx, ids));
    const rubrics = await rubricsById(
      ctx,
      told.map(({ rubricVersionId }) => rubricVersionId),
    );
    const { label, clean } = await namesOf(ctx, person, seats);
    const interviewIn = async (interview: InterviewRecord) => ({
      heldAt: interview.scheduledAt.toISOString(),
      seats: seats
        .filter(({ interviewId }) => interviewId === interview.interviewId)
        .map(({ member, submittedAt }) => ({
          interviewer: label(member.id),
          submittedAt: submittedAt?.toISOString() ?? null,
        })),
      scorecards: (cards.get(interview.interviewId) ?? []).map((card) =>
        scorecardIn(card, rubrics.get(card.rubricVersionId), label(card.author.id), clean),
      ),
      debrief: (await listDebriefSteps(ctx, interview.interviewId)).map(({ step, by, at, reason }) => ({
        ...{ step, by: label(by.id), at: at.toISOString(), reason: reason && clean(reason) },
      })),
      decisions: (decided.get(interview.interviewId) ?? []).map(
        ({ outcome, rationale, by, at, tookPart }) => ({
          ...{ outcome, rationale: clean(rationale), by: label(by.id), at: at.toISOString() },
          tookPart: tookPart.map(({ id }) => label(id)),
        }),
      ),
    });
    const applications = [];
    for (const { applicationId, opening } of person.applications) {
      const interviews = [];
      for (const one of told)
        if (one.applicationId === applicationId) interviews.push(await interviewIn(one));
      applications.push({ opening: clean(opening.title), interviews });
    }
    const about = [
      person.candidateId,
      ...person.applications.map(({ applicationId }) => applicationId),
      ...ids,
      ...seats.map(({ seatId }) => seatId),
      ...[...cards.values()].flat().map(({ scorecardId }) => scorecardId),
    ];
    const holds = await listHolds(ctx, { candidateId: person.candidateId });
    return {
      plumbline: "person",
      form: FORM,
      madeAt: ctx.now.toISOString(),
      organization: ctx.organization.name,
      person: { name: person.name, email: person.email },
      applications,
      leftOut: all
        .filter((one) => seatHere(one) === "open")
        .map((one) => ({
          heldAt: one.scheduledAt.toISOString(),
          because: "Whoever made this file is still to score this interview, and must not read it before.",
        })),
      holds: holds.map(({ reason, placedAt, liftedAt }) => ({
        ...{ reason, placedAt: placedAt.toISOString(), liftedAt: liftedAt?.toISOString() ?? null },
      })),
      deeds: (await listDeedsAbout(ctx, about)).map(({ at, action, actorId }) => ({
        ...{ at: at.toISOString(), action, by: actorId === null ? null : label(actorId) },
      })),
    };
  });
}

function scorecardIn(
  { content, amendments, submittedAt }: ScorecardRecord & { submittedAt: Date },
  rubric: RubricRecord | undefined,
  interviewer: string,
  clean: (text: string) => string,
) {
  return {
    interviewer,
    submittedAt: submittedAt.toISOString(),
    rubricVersion: rubric?.number ?? null,
    ratings: DIMENSIONS.flatMap((dimension) => {
      const value = content.ratings[dimension];
      const words = rubric?.content.dimensions[dimension];
      if (!value) return [];
      const mark = value.state === "observed" ? value.mark : null;
      return [
        {
          ...{ dimension, name: words?.name ?? dimension, mark },
          meaning: mark === null ? "not observed" : (words?.anchors[String(mark)] ?? null),
        },
      ];
    }),
    evidence: content.evidence.map(({ dimension, text, atMs }) => ({ dimension, text: clean(text), atMs })),
    traps: content.traps.map(({ trap, reason }) => ({
      ...{ trap, name: rubric?.content.traps[trap].name ?? trap, reason: clean(reason) },
    })),
    facts: content.facts,
    timer: content.timer.map(({ kind, beat, at }) => ({ kind, beat, at })),
    probesAsked: content.probesAsked,
    recommendation: content.recommendation,
    confidence: content.confidence,
    scoredOnPaperAt: content.scoredOnPaperAt,
    amendments: amendments.map(({ change, reason, amendedAt }) => ({
      ...{ change, reason: clean(reason), amendedAt },
    })),
  };
}

/** "Interviewer 1" for each seat of the panel, in the order of the interviews; everybody else without a number. */
async function namesOf(ctx: Context, person: PersonRecord, seats: readonly SeatRecord[]) {
  const panel = [...new Set(seats.map(({ member }) => member.id))];
  const label = (memberId: string) => {
    const place = panel.indexOf(memberId);
    return place === -1 ? "a colleague" : `Interviewer ${place + 1}`;
  };
  const others = (await listOthers(ctx, person.candidateId)).map(
    ({ id, kind, name, email, near }): Other => ({
      ...{ name, email, byParts: near },
      as: kind === "member" ? label(id) : "another candidate",
    }),
  );
  return { label, clean: redactor(others, [person.name, ...(person.email ? [person.email] : [])]) };
}
