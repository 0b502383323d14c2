import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { DIMENSIONS } from "@/lib/domain/scale";
import { AnchorTable } from "./anchor-table";
import { FoldMap } from "./fold-map";
import { BeatBands, Traps } from "./question-parts";
import { WeightTable } from "./weight-table";

/** The whole rubric version as it is scored with: made to be read, and to be printed. */
export function RubricPage({ rubric }: { rubric: RubricVersion }) {
  const { content } = rubric;
  return (
    <>
      <PageHeader
        title={`Rubric ${rubric.number}`}
        above={publishedWords(rubric)}
        below={`The question: “${content.question}”`}
        actions={
          <>
            <LinkButton href="/rubric/versions">All versions</LinkButton>
            <PrintButton />
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-10">
          {DIMENSIONS.map((dimension) => (
            <AnchorTable
              key={dimension}
              dimension={dimension}
              text={content.dimensions[dimension]}
              poles={content.poles}
              weight={rubric.weights[dimension]}
            />
          ))}
        </div>
        <div className="grid content-start gap-10 print:grid-cols-2">
          <FoldMap fold={rubric.fold} poles={content.poles} />
          <WeightTable rubric={rubric} />
          <Traps content={content} />
          <BeatBands />
        </div>
      </div>
    </>
  );
}

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function publishedWords({ publishedAt, reason }: RubricVersion): string {
  const when = publishedAt ? `Published ${DAY.format(new Date(publishedAt))}` : "Draft, not in use";
  return reason ? `${when}. Why: ${reason}` : when;
}
