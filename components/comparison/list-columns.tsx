import {
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { CandidateRow } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { DIMENSIONS } from "@/lib/domain/scale";
import {
  ActivityCell,
  ChooseCell,
  CompositeCell,
  MarksCell,
  NameCell,
  StripCell,
  SubmittedCell,
} from "./list-cells";
import { COLUMN_LABELS } from "./list-state";
import { MissingCell } from "./missing-cell";

/** A place in the list; its row comes when it is in sight. */
export interface ListItem {
  at: number;
  row: CandidateRow | null;
}

/** What the cells do and know beside their row. */
export interface ListDeeds {
  choose: (applicationId: string, on: boolean) => void;
  isChosen: (applicationId: string) => boolean;
  /** As many are chosen as can be compared. */
  full: boolean;
  /** The place that the keyboard stands at: one tab stop for the whole list. */
  current: number;
  onNudged: () => void;
}

interface ColumnLook {
  /** Width of the column on a desk, and where the cell stands in the block that a row is on a phone. */
  className: string;
  head?: string;
}

export const listFeatures = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  tableMeta: metaHelper<ListDeeds>(),
  columnMeta: metaHelper<ColumnLook>(),
});

const helper = createColumnHelper<typeof listFeatures, ListItem>();

/**
 * The columns in their order. Figures start with the highest, names with A.
 * @param roomy another column is put away: below 1392 px the last one has room only then
 */
export function listColumns(rubric: RubricVersion | null, roomy: boolean) {
  const figure = { sortDescFirst: true };
  return helper.columns([
    helper.display({
      id: "choose",
      header: "",
      enableHiding: false,
      cell: ({ row: { original }, table }) =>
        original.row && <ChooseCell row={original.row} at={original.at} deeds={table.options.meta} />,
      meta: { className: "col-start-1 row-start-1 row-span-5 self-start lg:w-9" },
    }),
    helper.accessor((item) => item.row?.candidate.name, {
      id: "name",
      header: "Candidate",
      enableHiding: false,
      sortDescFirst: false,
      cell: ({ row: { original }, table }) =>
        original.row && <NameCell row={original.row} current={table.options.meta?.current === original.at} />,
      meta: { className: "col-span-3 col-start-2 row-start-1 lg:w-[15%]" },
    }),
    helper.accessor((item) => item.row?.submitted, {
      ...figure,
      id: "submitted",
      header: COLUMN_LABELS.submitted,
      cell: ({ row: { original } }) => original.row && <SubmittedCell row={original.row} />,
      meta: { className: "col-span-2 col-start-2 row-start-2 lg:w-21" },
    }),
    helper.accessor((item) => item.row?.composite, {
      ...figure,
      id: "composite",
      header: COLUMN_LABELS.composite,
      cell: ({ row: { original } }) => original.row && <CompositeCell row={original.row} />,
      meta: { className: "col-span-2 col-start-5 row-start-1 max-lg:text-right lg:w-31" },
    }),
    ...DIMENSIONS.map((dimension) =>
      helper.accessor((item) => item.row?.dimensions[dimension].quality, {
        ...figure,
        id: dimension,
        header: rubric?.content.dimensions[dimension].name ?? dimension,
        cell: ({ row: { original } }) =>
          original.row && <StripCell row={original.row} dimension={dimension} rubric={rubric} />,
        meta: { className: "row-start-5 lg:w-[5.625rem]", head: "leading-tight" },
      }),
    ),
    helper.display({
      id: "marks",
      header: COLUMN_LABELS.marks,
      cell: ({ row: { original } }) => original.row && <MarksCell row={original.row} rubric={rubric} />,
      meta: { className: "col-span-5 col-start-2 row-start-4 max-lg:empty:hidden" },
    }),
    helper.accessor((item) => item.row?.waitingSince, {
      ...figure,
      id: "waiting",
      header: COLUMN_LABELS.waiting,
      cell: ({ row: { original }, table }) =>
        original.row && <MissingCell row={original.row} onNudged={table.options.meta?.onNudged} />,
      meta: { className: "col-span-5 col-start-2 row-start-3 max-lg:empty:hidden lg:w-26" },
    }),
    helper.accessor((item) => item.row?.lastActivityAt, {
      ...figure,
      id: "activity",
      header: COLUMN_LABELS.activity,
      cell: ({ row: { original } }) => original.row && <ActivityCell row={original.row} />,
      meta: {
        className: `col-span-3 col-start-4 row-start-2 max-lg:text-right lg:w-26 ${roomy ? "" : "lg:max-[87rem]:hidden"}`,
      },
    }),
  ]);
}
