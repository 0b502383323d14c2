import { v7 } from "uuid";
import type { Database } from "@/db/client";
import { withOrganization } from "@/db/context";
import { seedId } from "@/db/seed/ids";
import { openingSteps } from "@/db/seed/interviews";
import { castMember, ORGANIZATION_ID } from "@/db/seed/people";
import type { InterviewerKey } from "@/db/seed/world/cast";
import { COMPANY } from "@/db/seed/world/cast";
import { type DemoSeat, type Flags, type Marks, submitted, UNTOUCHED } from "@/db/seed/world/types";
import { createOpening } from "@/db/writes/interviewing";
import { DIMENSIONS } from "@/lib/domain/scale";

/** The organisation of the demo cast, as one of them. */
export function actingAs(key: Parameters<typeof castMember>[0]) {
  return { organization: { id: ORGANIZATION_ID, name: COMPANY }, member: castMember(key), now: new Date() };
}

/** A submitted scorecard with a note on every dimension that names its interviewer's mark. */
export function scored(marks: Marks, says: string, traps: Flags = {}): DemoSeat {
  const notes = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, `${says} on ${dimension}`]));
  return submitted(marks, "yes", "medium", notes, traps);
}

type Panel = Partial<Record<InterviewerKey, DemoSeat>>;

/**
 * An opening of a test's own in the demo company, written the way the demo world is. Interviews are `daysAgo` old.
 * @param panels by candidate name; names must be new to the database, because ids follow from them
 */
export async function layOutOpening(
  database: Database,
  title: string,
  panels: Record<string, Panel>,
  { daysAgo = 2 } = {},
): Promise<{
  openingId: string;
  applicationId(candidate: string): string;
  scorecardId(candidate: string, by: string): string;
}> {
  const openingId = v7();
  const candidates = Object.entries(panels).map(([name, panel]) => ({
    name,
    email: `${name.toLowerCase().replaceAll(" ", ".")}@mail.example`,
    daysAgo,
    story: {
      facts: { noticedBy: "self" as const, voice: "i" as const },
      pace: [12, 8, 25, 32, 22, 6] as const,
      probes: [],
    },
    panel,
  }));
  const today = { name: `Nobody of ${title}`, email: "nobody@mail.example", panel: ["hugo"] as const };
  await withOrganization(database, actingAs("rosa"), async (ctx) => {
    await createOpening(ctx, { id: openingId, title });
    const steps = openingSteps({ title, candidates, today }, openingId, ctx.now, 0);
    for (const step of steps.sort((a, b) => a.at.getTime() - b.at.getTime()))
      await step.run({ ...ctx, now: step.at });
  });
  return {
    openingId,
    applicationId: (candidate) => seedId("application", candidate),
    scorecardId: (candidate, by) => seedId("scorecard", candidate, by),
  };
}

export { UNTOUCHED };
