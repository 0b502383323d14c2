import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, Th } from "@/components/ui/table";
import type { ListedRubric } from "@/lib/contracts/rubric-versions";
import { changedAnchors } from "@/lib/domain/practice";
import { rubricDiff } from "@/lib/domain/rubric-diff";

interface DiffPageProps {
  from: ListedRubric;
  to: ListedRubric;
}

/** Two versions side by side: only what differs, in the order a reader meets it. */
export function DiffPage({ from, to }: DiffPageProps) {
  const changes = rubricDiff(from, to);
  const anchors = changedAnchors(from.content, to.content);
  return (
    <>
      <PageHeader
        title={
          changes.length === 0
            ? `Rubric ${to.number} reads like rubric ${from.number}`
            : `Rubric ${to.number} differs from rubric ${from.number} in ${changes.length} ${changes.length === 1 ? "place" : "places"}`
        }
        above="Side by side"
        below={to.reason ? `Why: ${to.reason}` : undefined}
        actions={
          <>
            <LinkButton href="/rubric/versions">All versions</LinkButton>
            {to.state === "draft" && (
              <LinkButton look="primary" href={`/rubric/versions/${to.id}/edit`}>
                Go on with the draft
              </LinkButton>
            )}
          </>
        }
      />
      {anchors.length > 0 && (
        <div className="mb-6">
          <Notice title="Anchors differ, so scores on the two are not of one kind">
            Comparisons across these versions are warned about, and readiness in practice is earned again on
            the newer wording.
          </Notice>
        </div>
      )}
      {changes.length === 0 ? (
        <EmptyState
          title="Nothing differs"
          action={<LinkButton href="/rubric/versions">All versions</LinkButton>}
        >
          Question, anchors, probes, weights, fold and traps are the same in both.
        </EmptyState>
      ) : (
        <Table caption={`What differs between rubric ${from.number} and rubric ${to.number}`}>
          <thead>
            <tr>
              <Th className="w-1/5">Where</Th>
              <Th className="w-2/5">Rubric {from.number}</Th>
              <Th className="w-2/5">Rubric {to.number}</Th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ about, part, before, after }) => (
              <tr key={`${about} ${part}`}>
                <Th scope="row">
                  {about}
                  <span className="block font-normal text-soft">{part}</span>
                </Th>
                <Td className="whitespace-pre-line text-soft">
                  <del className="no-underline">{before || "–"}</del>
                </Td>
                <Td className="whitespace-pre-line">
                  <ins className="no-underline">{after || "–"}</ins>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
