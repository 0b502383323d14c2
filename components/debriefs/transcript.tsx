import type { ReactNode } from "react";
import type { Debrief } from "@/lib/contracts/debriefs";
import { OUTCOME_LABEL } from "@/lib/domain/labels";
import { LocalTime } from "../ui/local-time";
import { amendmentText } from "./debrief-words";

interface Line {
  key: string;
  at: string;
  who: string;
  what: ReactNode;
}

/** Everything that happened in the room, in order: steps, changed marks with their reasons, decisions. */
export function Transcript({ debrief }: { debrief: Debrief }) {
  const lines = linesOf(debrief).sort((a, b) => a.at.localeCompare(b.at));
  const [first] = lines;
  return (
    <section aria-labelledby="transcript" className="border-t border-line-strong pt-3">
      <h2 id="transcript">What happened</h2>
      {first && (
        <p className="text-s text-soft">
          From <LocalTime iso={first.at} show="day" /> on
        </p>
      )}
      <ol>
        {lines.map(({ key, at, who, what }) => (
          <li key={key} className="border-b border-line py-2 text-s">
            <span className="text-soft">
              <LocalTime iso={at} show="time" {...(first ? { today: Date.parse(first.at) } : {})} /> ·{" "}
            </span>
            <b className="font-[560]">{who}</b> {what}
          </li>
        ))}
      </ol>
    </section>
  );
}

function linesOf({ openedEarly, revealed, scorecards, decisions, rubric }: Debrief): Line[] {
  const steps = [
    openedEarly && {
      key: "early",
      at: openedEarly.at,
      who: openedEarly.by.name,
      what: openedEarly.reason === null ? "opened early" : `opened early: ${openedEarly.reason}`,
    },
    revealed && { key: "revealed", at: revealed.at, who: revealed.by.name, what: "revealed the scorecards" },
  ].flatMap((step) => step ?? []);
  const amended = scorecards.flatMap(({ author, amendments }) =>
    amendments.map((each) => ({
      key: each.id,
      at: each.amendedAt,
      who: author.name,
      what: `changed ${amendmentText(each, rubric.content)}. ${each.reason}`,
    })),
  );
  const decided = decisions.map(({ decisionId, at, by, outcome }) => ({
    key: decisionId,
    at,
    who: by.name,
    what: `recorded: ${OUTCOME_LABEL[outcome]}`,
  }));
  return [...steps, ...amended, ...decided];
}
