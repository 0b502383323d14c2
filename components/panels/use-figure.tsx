"use client";

import { parseAsString, useQueryState } from "nuqs";
import type { PanelInterviewer, PeopleFigures } from "@/lib/contracts/panel-figures";
import { Figure } from "../charts/figure";
import { LevelHistogram } from "../charts/level-histogram";
import { ChipGroup } from "../ui/chip";
import { FirstFew } from "../ui/first-few";
import { levelsUsed, levelUseTable, type Use, usesOf } from "./panel-tables";
import { levelText, privateSentence, privateWords } from "./panel-words";

/** Which levels each interviewer uses: one small picture a person, by name, on one shared height. */
export function UseFigure({
  sheet,
  title,
  sentence,
}: {
  sheet: PeopleFigures;
  title?: string;
  sentence?: string;
}) {
  const [chosen, setUse] = useQueryState("use", parseAsString);
  const uses = usesOf(sheet);
  const use = uses.find(({ value }) => value === chosen) ?? uses[0];
  if (!use) return null;
  const most = Math.max(1, ...sheet.interviewers.flatMap((each) => levelsUsed(each, use) ?? []));
  return (
    <Figure
      title={title ?? "Which levels each interviewer uses"}
      sentence={
        sentence ??
        `${use.label}: how often each of ${sheet.interviewers.length} interviewers gave each mark. By name, not by rank; they did not all see the same candidates.${privateSentence(sheet.interviewers)}`
      }
      table={levelUseTable(sheet, use)}
      computedAt={sheet.computedAt}
      how={
        <>
          <p>
            Each column counts an interviewer’s observed marks, the first scorecard on each candidate. A
            narrow picture may mean a narrow reader or similar candidates: read it beside who was seen.
            Severity, above, allows for that.
          </p>
          <p>Saal, Downey &amp; Lahey (1980), doi 10.1037/0033-2909.88.2.413.</p>
        </>
      }
    >
      <div data-print="no" className="mb-4">
        <ChipGroup
          legend="Marks of"
          legendHidden
          name="use"
          value={use.value}
          onChange={setUse}
          options={uses.map(({ value, label }) => ({ value, label }))}
        />
      </div>
      <FirstFew of={sheet.interviewers} noun="interviewers">
        {(shown) => (
          <ul
            className={
              shown.length === 1
                ? "max-w-80"
                : "grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-5 xl:grid-cols-6"
            }
          >
            {shown.map((each) => (
              <UseOf key={each.member.id} interviewer={each} use={use} most={most} />
            ))}
          </ul>
        )}
      </FirstFew>
    </Figure>
  );
}

function UseOf({ interviewer: each, use, most }: { interviewer: PanelInterviewer; use: Use; most: number }) {
  const counts = levelsUsed(each, use);
  return (
    <li>
      <h3 className="truncate font-sans text-s font-[560]" title={each.member.name}>
        {each.member.name}
      </h3>
      <p className="text-xs text-soft">
        n {each.scorecards} {each.scorecards === 1 ? "scorecard" : "scorecards"}, {each.candidates}{" "}
        {each.candidates === 1 ? "candidate" : "candidates"}
      </p>
      {counts === null ? (
        <p className="mt-2 text-xs text-soft">
          {each.figures.state === "private" && privateWords(each.figures)}
        </p>
      ) : (
        <LevelHistogram
          levels={use.levels}
          counts={counts}
          bipolar={use.bipolar}
          most={most}
          label={(level) => levelText(level, use.bipolar)}
        />
      )}
    </li>
  );
}
