import { type NudgeMail, returnNudgeMail, takeNudgeMails } from "@/db/writes/nudges";
import { env } from "./env";
import { sendWaiting, type Words } from "./mail";

/** Sends an organisation's waiting reminders. */
export function mailNudges(organizationId: string): Promise<void> {
  return sendWaiting(organizationId, { take: takeNudgeMails, giveBack: returnNudgeMail, wordsOf });
}

/** Plain text, and nothing that anybody scored. */
function wordsOf({ candidate, opening, interviewId }: NudgeMail): Words {
  const url = new URL(`/interviews/${interviewId}`, env().AUTH_URL).href;
  return {
    subject: `Your scorecard is missing: ${candidate}`,
    text: `Your scorecard of ${candidate} (${opening}) is still to come. The panel cannot compare without it.\n\n${url}\n`,
  };
}
