import { v7 } from "uuid";
import type { Role } from "@/lib/domain/roles";
import { DEFAULT_FOLD, DEFAULT_WEIGHTS, type RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, type Dimension, marksOf } from "@/lib/domain/scale";
import { TRAPS } from "@/lib/domain/traps";
import { connect, type Database } from "../client";
import { type Context, withOrganization } from "../context";
import { findCurrentRubric } from "../queries/rubrics";
import { createApplication, createCandidate, createInterview, createOpening } from "../writes/interviewing";
import { createMember } from "../writes/members";
import { createOrganization } from "../writes/organizations";

/** A rubric whose wording does not matter: every anchor names its own cell. */
export const PLAIN_RUBRIC: RubricContent = {
  question: "Tell me about a mistake you made",
  dimensions: Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, plainDimension(dimension)]),
  ) as RubricContent["dimensions"],
  poles: { low: "deflects", high: "spirals" },
  traps: Object.fromEntries(
    TRAPS.map((trap) => [trap, { name: trap, sign: trap }]),
  ) as RubricContent["traps"],
};

function plainDimension(dimension: Dimension) {
  const anchors = Object.fromEntries(
    marksOf(dimension).map((mark) => [String(mark), `${dimension} ${mark}`]),
  );
  return { name: dimension, hint: dimension, anchors, probes: [`What about ${dimension}?`] };
}

type Member = Context["member"];

/** A small organisation for one test: a named cast, one opening, and ways to act as anybody. */
export interface World {
  database: Database;
  organization: { id: string; name: string };
  openingId: string;
  rubricVersionId: string;
  member(name: string): Member;
  /** Runs work as one of the cast, in one transaction under row-level security. */
  as<T>(name: string, work: (ctx: Context) => Promise<T>): Promise<T>;
  /** A new candidate's interview with these interviewers in its seats; in the world's own opening unless another is named. */
  interview(candidate: string, interviewers: readonly string[], inOpening?: string): Promise<PlacedInterview>;
  end(): Promise<void>;
}

export interface PlacedInterview {
  interviewId: string;
  applicationId: string;
  /** Each interviewer's scorecard id. */
  card(name: string): string;
}

export const CAST: Record<string, Role[]> = {
  Ada: ["interviewer"],
  Ben: ["interviewer"],
  Cleo: ["interviewer"],
  Rosa: ["recruiter"],
  Lena: ["lead"],
  Marta: ["lead"],
  Iris: ["interviewer", "recruiter"],
};

/** Lays out an organisation in a migrated database. `url` is the app's own (runtime) URL. */
export async function layOutWorld(url: string, name = "Test House"): Promise<World> {
  const database = connect(url, { max: 8 });
  const now = new Date();
  const adminId = v7();
  const organization = await createOrganization(database, {
    name,
    now,
    admin: { id: adminId, name: "Amos", email: `amos-${adminId}@example.com` },
    rubric: { content: PLAIN_RUBRIC, weights: DEFAULT_WEIGHTS, fold: DEFAULT_FOLD, reason: "first" },
  });
  const members = new Map<string, Member>([["Amos", { id: adminId, name: "Amos", roles: ["admin"] }]]);
  const member = (who: string): Member => {
    const found = members.get(who);
    if (!found) throw new Error(`${who} is not in the cast`);
    return found;
  };
  const as = <T>(who: string, work: (ctx: Context) => Promise<T>) =>
    withOrganization(database, { organization, member: member(who), now: new Date() }, work);
  const { openingId, rubricVersionId } = await as("Amos", async (ctx) => {
    for (const [who, roles] of Object.entries(CAST)) {
      members.set(who, { id: await createMember(ctx, { name: who, roles }), name: who, roles });
    }
    const rubric = await findCurrentRubric(ctx);
    return {
      openingId: await createOpening(ctx, { title: "Backend engineer" }),
      rubricVersionId: rubric?.id ?? "",
    };
  });
  return {
    database,
    organization,
    openingId,
    rubricVersionId,
    member,
    as,
    interview: (candidate, interviewers, inOpening = openingId) =>
      as("Amos", async (ctx) => {
        const candidateId = await createCandidate(ctx, { name: candidate });
        const applicationId = await createApplication(ctx, { openingId: inOpening, candidateId });
        const cards = new Map(interviewers.map((who) => [who, v7()]));
        const interviewId = await createInterview(ctx, {
          applicationId,
          rubricVersionId,
          scheduledAt: ctx.now,
          seats: interviewers.map((who) => ({
            memberId: member(who).id,
            scorecardId: cards.get(who) ?? v7(),
          })),
        });
        return { interviewId, applicationId, card: (who) => cards.get(who) ?? "" };
      }),
    end: () => database.$client.end(),
  };
}
