import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import type { RoundList } from "@/lib/contracts/practice-rounds";
import { StartRound } from "./start-round";

const STATE = {
  scoring: "scoring now",
  revealed: "talking now",
  closed: "closed",
  "called-off": "called off",
} as const;

/** Live rounds: those under way first to see, because they are newest. */
export function RoundsPage({ list }: { list: RoundList }) {
  const { rounds, mayStart, answers } = list;
  const live = rounds.filter(({ state }) => state === "scoring" || state === "revealed").length;
  return (
    <>
      <PageHeader
        title={
          live === 0
            ? "No round is under way"
            : live === 1
              ? "1 round is under way"
              : `${live} rounds are under way`
        }
        above="Live rounds: one answer, everybody at once, each on their own device"
        below="Everybody scores blind; the lead shows all marks and the reference at the same moment, and you talk dimension by dimension."
      />
      {mayStart && <StartRound answers={answers} />}
      {rounds.length === 0 ? (
        <EmptyState
          title="No round has been held yet"
          action={<LinkButton href="/practice">Practise alone</LinkButton>}
        >
          A lead begins one and sends its link; whoever opens it takes a place.
        </EmptyState>
      ) : (
        <ul aria-label="Live rounds" className="border-t border-line-strong">
          {rounds.map(({ roundId, title, lead, state, startedAt, joined, scored }) => (
            <li
              key={roundId}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-b border-line py-2.5"
            >
              <div className="min-w-0">
                <h2 className="font-sans text-m font-[560]">{title}</h2>
                <p className="text-s text-soft">
                  {STATE[state]} · led by {lead.name} · {scored} scored, {joined} took a place ·{" "}
                  <LocalTime iso={startedAt} show="day" />
                </p>
              </div>
              <LinkButton
                size="s"
                href={`/practice/rounds/${roundId}`}
                aria-label={`Open the round on ${title}`}
              >
                Open
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
