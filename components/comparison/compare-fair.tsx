import clsx from "clsx";
import type { Comparison } from "@/lib/contracts/candidates";
import { FigureRows } from "../charts/figure-rows";
import { IntervalStrip } from "../charts/interval-strip";
import { ROW } from "./compare-layout";
import { SumRow } from "./compare-sums";
import { fairText, pairTable, tiedGroups, vagueText } from "./fair-words";
import { listed } from "./words";

/** The fair score beside the raw one: an estimate with its interval, never the order. */
export function FairRow({ comparison: { candidates, model } }: { comparison: Comparison }) {
  return (
    <SumRow
      title="Fair score"
      note="a diagnostic: allows for who scored whom"
      candidates={candidates}
      className="border-b border-line"
      cell={({ fair, composite }) =>
        fair.state === "known" ? (
          <div className={vagueText(fair) ? "opacity-70" : ""}>
            <IntervalStrip
              value={fair.value}
              interval={fair.interval}
              raw={composite.state === "complete" ? composite.value : null}
            />
            <p className="text-xs text-soft">
              <b className={`font-[560] tabular-nums ${vagueText(fair) ? "" : "text-ink"}`}>
                {fair.value.toFixed(2)}
              </b>
              , {fairText(fair)}, n {fair.n}
              {vagueText(fair) && <span className="block">{vagueText(fair)}</span>}
            </p>
          </div>
        ) : (
          <p className="text-xs text-soft">{model.state === "known" ? fair.reason : model.reason}</p>
        )
      }
    />
  );
}

/** A bracket over each stretch that nothing tells apart; what stands between its ends and is not in it, is not named. */
export function TiesRow({ comparison }: { comparison: Comparison }) {
  const { candidates, ties } = comparison;
  const groups = tiedGroups(comparison);
  const place = (id: string) => candidates.findIndex(({ applicationId }) => applicationId === id);
  return (
    <tr className={clsx(ROW, "border-b border-line py-3")}>
      <th scope="row" className="block pb-1 text-left font-normal md:pr-3 md:pb-0">
        <span className="block font-serif text-m leading-snug font-[560]">Cannot be told apart</span>
        <span className="block text-xs text-soft">by fair scores, at 95 %</span>
      </th>
      <td
        colSpan={candidates.length}
        className="block space-y-2 text-s md:col-[2/-1] md:grid md:grid-cols-[repeat(var(--columns),minmax(0,1fr))] md:gap-x-5 print:col-[2/-1] print:grid print:grid-cols-[repeat(var(--columns),minmax(0,1fr))]"
      >
        {ties.state !== "known" && <p className="col-span-full text-soft">{ties.reason}</p>}
        {ties.state === "known" && groups.length === 0 && (
          <p className="col-span-full text-soft">Each of these stands clearly apart from the next.</p>
        )}
        {groups.map((group) => {
          const places = group.map(({ applicationId }) => place(applicationId));
          const [first, last] = [Math.min(...places), Math.max(...places)];
          return (
            <div key={places.join()} style={{ gridColumn: `${first + 1} / ${last + 2}` }}>
              <span
                aria-hidden
                className="relative hidden h-2.5 grid-cols-(--marks) border-t-2 border-ink md:grid print:grid"
                style={{ gridTemplateColumns: `repeat(${last - first + 1}, minmax(0, 1fr))` }}
              >
                {candidates.slice(first, last + 1).map(({ applicationId }) => (
                  <span key={applicationId} className="grid justify-center">
                    {group.some((each) => each.applicationId === applicationId) && (
                      <span className="h-2.5 border-l-2 border-ink" />
                    )}
                  </span>
                ))}
              </span>
              <span className="block text-s md:text-center">
                {listed(group.map(({ candidate }) => candidate.name))}
              </span>
            </div>
          );
        })}
      </td>
    </tr>
  );
}

/** What the fair score is, on what it was fitted, and every pair. */
export function FairFormula({ comparison }: { comparison: Comparison }) {
  const { model } = comparison;
  return (
    <>
      <p>
        Fair score: each scorecard's composite = candidate + interviewer's severity + rest. The candidate's
        part is estimated with every severity taken out, and drawn towards the mean the fewer scorecards there
        are. Its 95 % interval is the estimate ± 1.96 standard errors: where the candidate's part stands if
        this model of the panel holds. Two candidates are told apart when the chance that one is better is
        above 95 %, from their joint covariance.
      </p>
      {model.state === "known" ? (
        <p>
          Fitted on {model.scorecards} scorecards of {model.candidates} candidates by {model.interviewers}{" "}
          interviewers
          {model.leftOut > 0 && `; ${model.leftOut} without a composite left out`}.{" "}
          {model.method === "integrated"
            ? "Few candidates: the variances are integrated over a prior."
            : "Variances by REML."}{" "}
          Standard deviations: candidates {model.spread.candidates.toFixed(2)}, interviewers{" "}
          {model.spread.interviewers.toFixed(2)}, rest {model.spread.residual.toFixed(2)}.
        </p>
      ) : (
        <p>{model.reason}</p>
      )}
      {comparison.pairs.length > 0 && (
        <FigureRows caption="Every pair by fair scores" table={pairTable(comparison)} />
      )}
    </>
  );
}
