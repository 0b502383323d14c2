import type { Context } from "@/db/context";
import { listMembers } from "@/db/queries/members";
import { type RubricRecord, rubricsById } from "@/db/queries/rubrics";
import { listPanels } from "@/db/queries/seats";
import type { SheetRecord } from "@/db/queries/submitted-marks";
import type { InputOf } from "@/lib/contracts/contract";
import { ALL_VERSIONS, type getPanelSheetContract, type PanelFilters } from "@/lib/contracts/panels";
import { Problem } from "@/lib/domain/errors";
import { sameAnchors } from "@/lib/domain/practice";
import { groupBy } from "../shared/group-by";

type Asked = InputOf<typeof getPanelSheetContract>;

export interface Filtered {
  sheets: SheetRecord[];
  /** The version whose words and fold the sheet has. */
  rubric: RubricRecord;
  filters: PanelFilters;
}

/** The scorecards a sheet reads: of one panel, one period, and one wording of the anchors unless all are asked for. */
export async function filteredSheets(
  ctx: Context,
  all: readonly SheetRecord[],
  openingIds: readonly string[],
  current: RubricRecord,
  { panel, from, to, rubric: asked }: Asked,
): Promise<Filtered> {
  const panels = await panelsOf(ctx, openingIds);
  const seated = panels.find(({ key }) => key === panel);
  const versions = await rubricsById(ctx, [
    ...all.map(({ rubricVersionId }) => rubricVersionId),
    ...(asked && asked !== ALL_VERSIONS ? [asked] : []),
  ]);
  const chosen = asked && asked !== ALL_VERSIONS ? versions.get(asked) : current;
  if (!chosen) throw new Problem("NOT_FOUND", "There is no such rubric version");
  const inPanel = all.filter(
    ({ interviewId, submittedAt }) =>
      (panel === undefined || seated?.interviews.has(interviewId) === true) &&
      isWithin(submittedAt, from, to),
  );
  const worded = (version: RubricRecord | undefined) =>
    version && sameAnchors(version.content, chosen.content);
  const sheets = inPanel.filter(
    ({ rubricVersionId }) => asked === ALL_VERSIONS || worded(versions.get(rubricVersionId)),
  );
  const used = groupBy(inPanel, ({ rubricVersionId }) => rubricVersionId);
  return {
    sheets,
    rubric: chosen,
    filters: {
      panels: panels.map(({ key, names, interviews }) => ({ key, names, interviews: interviews.size })),
      panel: panel ?? null,
      from: from ?? null,
      to: to ?? null,
      rubrics: [...versions.values()]
        .map(({ id, number }) => ({ id, number, scorecards: used.get(id)?.length ?? 0 }))
        .sort((a, b) => b.number - a.number),
      rubric: asked ?? null,
      otherWording: inPanel.length - sheets.length,
      pooled: pooledIn(sheets, versions),
    },
  };
}

/** Numbers of the versions read together, where their anchors are worded differently; else none. */
function pooledIn(sheets: readonly SheetRecord[], versions: ReadonlyMap<string, RubricRecord>): number[] {
  const used = [...new Set(sheets.map(({ rubricVersionId }) => rubricVersionId))].flatMap(
    (id) => versions.get(id) ?? [],
  );
  const [first] = used;
  const differ = first && used.some(({ content }) => !sameAnchors(content, first.content));
  return differ ? used.map(({ number }) => number).sort((a, b) => a - b) : [];
}

/** Days are those of UTC, the last one included. */
function isWithin(at: Date, from: string | undefined, to: string | undefined): boolean {
  const day = at.toISOString().slice(0, "2026-01-01".length);
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

/** Panels: people who sat together, the ones that did so most often first. */
async function panelsOf(ctx: Context, openingIds: readonly string[]) {
  const nameOf = new Map((await listMembers(ctx)).map(({ id, name }) => [id, name]));
  const together = groupBy(await listPanels(ctx, openingIds), ({ memberIds }) => memberIds.join());
  return [...together]
    .map(([key, rows]) => ({
      key,
      names: (rows[0]?.memberIds ?? [])
        .map((id) => nameOf.get(id) ?? "")
        .sort((a, b) => a.localeCompare(b, "en")),
      interviews: new Set(rows.map(({ interviewId }) => interviewId)),
    }))
    .sort(
      (a, b) => b.interviews.size - a.interviews.size || a.names.join().localeCompare(b.names.join(), "en"),
    );
}
