import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { DEFAULT_RUBRIC } from "@/lib/domain/default-rubric";
import { DEFAULT_FOLD, DEFAULT_WEIGHTS, type RubricContent } from "@/lib/domain/rubric";
import { DossierGrid } from "./dossier-grid";
import type { SheetCard } from "./sheet-card";
import { comparedCandidate } from "./testing/compared-candidate";

/** A version whose anchors for a fix of 4 say which version they are of. */
function version(number: number): RubricVersion {
  const { fix } = DEFAULT_RUBRIC.dimensions;
  const anchors = { ...fix.anchors, "4": `Anchor of version ${number}` };
  const content: RubricContent = {
    ...DEFAULT_RUBRIC,
    dimensions: { ...DEFAULT_RUBRIC.dimensions, fix: { ...fix, anchors } },
  };
  const rest = { weights: DEFAULT_WEIGHTS, fold: DEFAULT_FOLD, publishedAt: null, reason: "" };
  return { id: `r${number}`, number, state: "published", content, ...rest };
}

const card = (name: string, rubricVersionId: string, over: Partial<SheetCard> = {}): SheetCard => ({
  scorecardId: name,
  rubricVersionId,
  author: { id: name, name },
  submittedAt: "2026-11-01T11:00:00.000Z",
  composite: { state: "complete", value: 4, dimensions: 5 },
  ratings: { fix: { state: "observed", mark: 4 } },
  evidence: [],
  traps: [],
  facts: {},
  timer: [],
  recommendation: null,
  confidence: null,
  amendments: [],
  ...over,
});

const shown = (...cards: SheetCard[]) => {
  const rubrics = [version(2), version(1)];
  const [newest] = rubrics;
  if (!newest) throw new Error("There are two");
  return renderToStaticMarkup(
    <DossierGrid
      application={comparedCandidate("Mira", 4)}
      rubric={newest}
      rubrics={rubrics}
      cards={cards}
    />,
  );
};

test("each interviewer's mark stands with the anchor they had on screen, and with which version where there are several", () => {
  const both = shown(card("Ada", "r1"), card("Ben", "r2"));
  expect(both).toContain("Anchor of version 1");
  expect(both).toContain("Anchor of version 2");
  expect(both).toMatch(/rubric 1.*rubric 2/s);
  const alone = shown(card("Ada", "r1"));
  expect(alone).toContain("Anchor of version 1");
  expect(alone).not.toContain("Anchor of version 2");
  expect(alone).not.toMatch(/rubric 1/);
});

test("what was said later stands below the first mark, with its reason", () => {
  const html = shown(
    card("Ada", "r2", {
      amendments: [
        {
          id: "a",
          change: { field: "rating", dimension: "fix", value: { state: "observed", mark: 2 } },
          reason: "It was a resolution, no check",
          amendedAt: "2026-11-02T09:00:00.000Z",
        },
      ],
    }),
  );
  expect(html).toContain("Anchor of version 2");
  expect(html).toMatch(/Later: 2<\/b>, 2 Nov 2026: It was a resolution, no check/);
});
