import type { SheetFigures } from "@/lib/contracts/panel-figures";
import { Figure } from "../charts/figure";
import { linksSentence } from "./effect-words";

/** Who can be compared with whom, and the one interview that would help most. */
export function LinksFigure({ sheet }: { sheet: SheetFigures }) {
  const cut = new Set(sheet.links.cut.map(({ id }) => id));
  return (
    <Figure
      title="Who can be compared with whom"
      sentence={linksSentence(sheet)}
      table={{
        columns: ["Interviewer", "Group", "Candidates (n)", "Shared", "In words"],
        rows: sheet.interviewers.map(({ member, candidates, sharedCandidates }) => [
          member.name,
          sheet.links.groups.findIndex((group) => group.some(({ id }) => id === member.id)) + 1,
          candidates,
          sharedCandidates,
          cut.has(member.id) ? "holds the others together" : "",
        ]),
      }}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            Two interviewers can be compared when a chain of shared candidates joins them. The extra interview
            is the pair of candidate and interviewer, not yet met, that most lowers the mean variance of the
            difference between two severities (A-optimality); where groups are apart, it joins two of them.
          </p>
          <p>
            Tarjan (1975), doi 10.1145/321879.321884; Hopcroft &amp; Tarjan (1973), doi 10.1145/362248.362272;
            Shah &amp; Sinha (1989), doi 10.1007/978-1-4612-3662-7.
          </p>
        </>
      }
    >
      {sheet.links.groups.length > 1 && (
        <ul className="space-y-1 text-s">
          {sheet.links.groups.map((group, place) => (
            <li key={group.map(({ id }) => id).join()}>
              <span className="text-soft">Group {place + 1}:</span> {group.map(({ name }) => name).join(", ")}
            </li>
          ))}
        </ul>
      )}
    </Figure>
  );
}
