import type { Decision } from "@/lib/contracts/debriefs";
import { OUTCOME_LABEL } from "@/lib/domain/labels";
import { LocalTime } from "../ui/local-time";

/** The decision that stands, and under it the ones it replaced. */
export function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  const [standing, ...earlier] = decisions.toReversed();
  if (!standing) return null;
  return (
    <section aria-labelledby="decision" data-print="whole" className="border-t-2 border-accent pt-3">
      <h2 id="decision">Decision</h2>
      <OneDecision decision={standing} />
      {earlier.length > 0 && (
        <>
          <details className="mt-3 print:hidden">
            <summary className="text-s text-soft">{countWords(earlier.length)}</summary>
            <Earlier decisions={earlier} />
          </details>
          {/* Paper cannot be opened: the packet carries what was decided before as well. */}
          <div className="mt-3 hidden print:block">
            <h3 className="text-s text-soft">{countWords(earlier.length)}</h3>
            <Earlier decisions={earlier} />
          </div>
        </>
      )}
    </section>
  );
}

const countWords = (count: number) => (count === 1 ? "One earlier decision" : `${count} earlier decisions`);

function Earlier({ decisions }: { decisions: readonly Decision[] }) {
  return decisions.map((each) => <OneDecision key={each.decisionId} decision={each} />);
}

function OneDecision({ decision: { outcome, rationale, by, at, tookPart } }: { decision: Decision }) {
  return (
    <div className="mt-2 max-w-[72ch]">
      <p className="text-m font-[600]">{OUTCOME_LABEL[outcome]}</p>
      <p className="font-serif whitespace-pre-line">{rationale}</p>
      <p className="mt-1 text-s text-soft">
        {by.name}, <LocalTime iso={at} show="day" /> <LocalTime iso={at} show="time" />. Took part:{" "}
        {new Intl.ListFormat("en-GB").format(tookPart.map(({ name }) => name))}.
      </p>
    </div>
  );
}
