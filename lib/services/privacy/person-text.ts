import {
  CONFIDENCE_LABEL,
  choiceLabel,
  measureText,
  OUTCOME_LABEL,
  RECOMMENDATION_LABEL,
} from "@/lib/domain/labels";
import { HOLD_LABEL } from "@/lib/domain/privacy";
import { STORY_MEASURE_KEYS, type StoryChoice } from "@/lib/domain/story-facts";
import type { InterviewInFile, PersonFile } from "./person-file";

type Card = InterviewInFile["scorecards"][number];

/** The same file to read: nothing is in the one that is not in the other. */
export function* personText(file: PersonFile): Generator<string> {
  yield `What ${file.organization} keeps about ${file.person.name}\n`;
  yield `Made ${file.madeAt}. Times are in UTC. Other people's names are taken out; interviewers are numbered.\n`;
  yield `\nName: ${file.person.name}\nE-mail: ${file.person.email ?? "none"}\n`;
  for (const { opening, interviews } of file.applications) {
    yield `\n\nOPENING: ${opening}\n`;
    if (interviews.length === 0) yield "No interview is told here.\n";
    for (const interview of interviews) yield* interviewText(interview);
  }
  for (const { heldAt, because } of file.leftOut)
    yield `\nLeft out: the interview of ${heldAt}. ${because}\n`;
  for (const { reason, placedAt, liftedAt } of file.holds) {
    yield `\nLegal hold from ${placedAt}${liftedAt ? ` to ${liftedAt}` : ", still standing"}: ${HOLD_LABEL[reason]}.\n`;
  }
  yield "\n\nWHAT WAS DONE WITH THE RECORDS\n";
  for (const { at, action, by } of file.deeds) yield `${at}  ${action}  ${by ?? "Plumbline itself"}\n`;
}

function* interviewText({
  heldAt,
  seats,
  scorecards,
  debrief,
  decisions,
}: InterviewInFile): Generator<string> {
  yield `\nInterview of ${heldAt}\n`;
  for (const { interviewer, submittedAt } of seats) {
    yield `${interviewer}: ${submittedAt ? `submitted ${submittedAt}` : "has not submitted; drafts are not told"}\n`;
  }
  for (const card of scorecards) yield* cardText(card);
  for (const { step, by, at, reason } of debrief) {
    yield `Debrief ${step} by ${by}, ${at}${reason ? `: ${reason}` : ""}\n`;
  }
  for (const { outcome, rationale, by, at } of decisions) {
    yield `Decision by ${by}, ${at}: ${OUTCOME_LABEL[outcome]}. ${rationale}\n`;
  }
}

function* cardText(card: Card): Generator<string> {
  yield `\n  Scorecard of ${card.interviewer}\n`;
  for (const { name, mark, meaning } of card.ratings) {
    yield `  ${name}: ${mark === null ? "not observed" : `${mark} (${meaning ?? "no words"})`}\n`;
  }
  for (const { dimension, text } of card.evidence) yield `  Note on ${dimension}: ${text}\n`;
  for (const { name, reason } of card.traps) yield `  Flagged: ${name}. ${reason}\n`;
  yield* factText(card);
  if (card.timer.length > 0)
    yield `  Timed: ${card.timer.length} marks on the answer's clock (in the JSON file)\n`;
  if (card.recommendation) yield `  Recommendation: ${RECOMMENDATION_LABEL[card.recommendation]}\n`;
  if (card.confidence) yield `  Confidence: ${CONFIDENCE_LABEL[card.confidence]}\n`;
  for (const { change, reason, amendedAt } of card.amendments) {
    yield `  Changed ${amendedAt}: ${change.field === "rating" ? change.dimension : "recommendation"}, because: ${reason}\n`;
  }
}

function* factText({ facts }: Card): Generator<string> {
  for (const [fact, value] of Object.entries(facts)) {
    if (value === undefined) continue;
    const measured = STORY_MEASURE_KEYS.some((key) => key === fact);
    const words =
      measured && typeof value === "object"
        ? measureText(value.amount, value.unit)
        : choiceLabel(fact as StoryChoice, String(value));
    yield `  ${fact}: ${words}\n`;
  }
}
