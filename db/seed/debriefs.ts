import { audit } from "../writes/audit";
import { appendDebriefStep, appendDecision } from "../writes/debriefs";
import { seedId } from "./ids";
import { as, type Step } from "./interviews";
import { castMember } from "./people";
import { DAY_MS, heldAt, MINUTE_MS } from "./when";
import { DEBRIEFS, type DemoDebrief } from "./world/debriefs";
import { OPENINGS } from "./world/index";

/** The debriefs that were held: opened early or by the last submission, revealed, talked through, decided. */
export function debriefSteps(today: Date): Step[] {
  return DEBRIEFS.flatMap((debrief) => stepsOf(debrief, today));
}

function stepsOf({ candidate, lead, daysAfter, early, decision }: DemoDebrief, today: Date): Step[] {
  const interviewed = OPENINGS.flatMap(({ candidates }) => candidates).find(({ name }) => name === candidate);
  if (!interviewed) throw new Error(`The demo world has no ${candidate}`);
  const begun = heldAt(today, interviewed.daysAgo, candidate).getTime() + daysAfter * DAY_MS;
  const interviewId = seedId("interview", candidate);
  const subject = { subjectKind: "interview", subjectId: interviewId };
  const step = (minutes: number, run: Step["run"]): Step => ({
    at: new Date(begun + minutes * MINUTE_MS),
    run,
  });
  const missing = Object.values(interviewed.panel).filter(({ state }) => state !== "submitted").length;
  return [
    ...(early === null
      ? []
      : [
          step(0, async (ctx) => {
            const led = await as(ctx, lead);
            await appendDebriefStep(led, interviewId, "opened-early", early);
            await audit(led, { action: "debrief.open", ...subject, detail: { missing } });
          }),
        ]),
    step(2, async (ctx) => {
      const led = await as(ctx, lead);
      await appendDebriefStep(led, interviewId, "revealed", null);
      await audit(led, { action: "debrief.reveal", ...subject });
    }),
    step(25, async (ctx) => {
      const led = await as(ctx, lead);
      const id = seedId("decision", candidate);
      const tookPart = decision.tookPart.map((who) => castMember(who).id);
      await appendDecision(led, { ...decision, id, interviewId, place: 1, tookPart });
      const { outcome } = decision;
      await audit(led, {
        action: "debrief.decide",
        ...subject,
        detail: { decision: id, outcome, tookPart: tookPart.length },
      });
    }),
  ];
}
