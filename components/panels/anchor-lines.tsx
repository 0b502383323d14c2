import type { PanelSheet } from "@/lib/contracts/panels";
import { LinkButton } from "../ui/link-button";
import { levelText } from "./panel-words";

/** Both anchors of the lines that split interviewers, and what was written for one candidate on both sides. */
export function AnchorLines({ sheet }: { sheet: PanelSheet }) {
  if (sheet.anchors.length === 0) return null;
  return (
    <div className="mt-4 space-y-5 text-s">
      {sheet.anchors.map(({ key, below, above, belowAnchor, aboveAnchor, evidence }) => {
        const dimension = sheet.dimensions.find((each) => each.key === key);
        const bipolar = dimension?.bipolar ?? false;
        return (
          <section key={key} aria-label={`${dimension?.name}: the two anchors`}>
            <h3 className="font-sans text-s font-[560]">{dimension?.name}</h3>
            <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
              <dt className="tabular-nums">{levelText(below, bipolar)}</dt>
              <dd className="text-soft">{belowAnchor}</dd>
              <dt className="tabular-nums">{levelText(above, bipolar)}</dt>
              <dd className="text-soft">{aboveAnchor}</dd>
            </dl>
            {evidence.map(({ applicationId, candidate, low, high }) => (
              <div key={applicationId} className="mt-2 border-l-2 border-line pl-3">
                <p className="text-xs text-soft" data-name="">
                  On {candidate}
                </p>
                <p>
                  <span className="tabular-nums">{levelText(below, bipolar)}</span>{" "}
                  <q className="font-serif">{low}</q>
                </p>
                <p>
                  <span className="tabular-nums">{levelText(above, bipolar)}</span>{" "}
                  <q className="font-serif">{high}</q>
                </p>
              </div>
            ))}
          </section>
        );
      })}
      <LinkButton size="s" href="/rubric/versions">
        Mend the anchors in a draft
      </LinkButton>
    </div>
  );
}
