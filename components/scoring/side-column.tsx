import clsx from "clsx";
import { memo, type ReactNode } from "react";
import { READ_BY_CANDIDATE } from "@/lib/domain/labels";
import type { RubricContent } from "@/lib/domain/rubric";
import type { Dimension } from "@/lib/domain/scale";
import type { ScorecardContent } from "@/lib/domain/scorecard";
import type { Missing } from "@/lib/domain/submission";
import { ProbeCard } from "./probe-card";
import { Story } from "./story";
import { TrapList } from "./trap-list";
import type { CardDeeds } from "./use-card-deeds";

interface SideColumnProps extends Pick<ScorecardContent, "probesAsked" | "traps" | "ratings" | "facts"> {
  rubric: RubricContent;
  missing: readonly Missing[];
  offered: Dimension | null;
  trapsArmed: boolean;
  deeds: CardDeeds;
}

/** What stands beside the five rows: the probe for what is unheard, traps, story facts. */
export const SideColumn = memo(function SideColumn(props: SideColumnProps) {
  const { probesAsked, traps, ratings, facts, rubric, missing, offered, trapsArmed, deeds } = props;
  return (
    <aside
      aria-label="Probe, traps and story"
      data-area="side"
      className={clsx(
        "relative border-line bg-sheet px-4 py-4 max-lg:border-t md:px-6 md:max-lg:columns-2 md:max-lg:gap-8",
        "lg:space-y-2 lg:overflow-y-auto lg:border-l lg:px-4 lg:py-2.5 lg:short:space-y-1 lg:short:py-1.5",
      )}
    >
      <Part title="Not heard yet">
        <ProbeCard
          key={offered}
          probesAsked={probesAsked}
          rubric={rubric}
          offered={offered}
          onAsked={(dimension, asked) =>
            deeds.change({ field: "probe", dimension, value: asked ? "asked" : null })
          }
        />
      </Part>
      <Part title="Traps">
        <TrapList
          traps={traps}
          ratings={ratings}
          rubric={rubric}
          missing={missing}
          armed={trapsArmed}
          onType={deeds.type}
          onChange={deeds.change}
          onSettle={deeds.settle}
        />
      </Part>
      <Part title="Story">
        <Story facts={facts} onChange={deeds.change} />
      </Part>
      <p className="text-xs text-soft">{READ_BY_CANDIDATE}</p>
    </aside>
  );
});

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="max-lg:mb-6 max-lg:break-inside-avoid">
      <h2 className="mb-1.5 lg:short:mb-0.5 font-sans text-xs font-[600] tracking-normal text-soft">
        {title}
      </h2>
      {children}
    </section>
  );
}
