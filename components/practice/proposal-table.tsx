import { Table, Td, Th } from "@/components/ui/table";
import type { OwnAnswer } from "@/lib/contracts/practice";
import type { RubricContent } from "@/lib/domain/rubric";
import { DIMENSIONS, markLabel } from "@/lib/domain/scale";

interface ProposalTableProps extends Pick<OwnAnswer, "proposals" | "draft"> {
  /** Of the answer: several such tables stand on one page. */
  title: string;
  rubric: RubricContent;
}

/** What each lead set alone, side by side, and beside it what was written down to agree on. */
export function ProposalTable({ title, proposals, draft, rubric }: ProposalTableProps) {
  const columns = [
    ...proposals.map(({ member, reference }) => ({
      key: member.id,
      name: `${member.name}, alone`,
      reference,
    })),
    ...(draft
      ? [{ key: "draft", name: `To agree on, by ${draft.by.name}`, reference: draft.reference }]
      : []),
  ];
  return (
    <div className="mt-3">
      <Table caption={`References set alone for ${title}, side by side`}>
        <thead>
          <tr>
            <Th>Dimension</Th>
            {columns.map(({ key, name }) => (
              <Th key={key}>{name}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DIMENSIONS.map((dimension) => (
            <tr key={dimension}>
              <Th scope="row">{rubric.dimensions[dimension].name}</Th>
              {columns.map(({ key, reference }) => (
                <Td key={key} className="min-w-52">
                  <b className="font-[560]">{markLabel(dimension, reference.reference[dimension].mark)}</b>{" "}
                  {reference.reference[dimension].because}
                </Td>
              ))}
            </tr>
          ))}
          <tr>
            <Th scope="row">Traps</Th>
            {columns.map(({ key, reference }) => (
              <Td key={key}>
                {reference.traps.map(({ trap }) => rubric.traps[trap].name).join(", ") || "none"}
              </Td>
            ))}
          </tr>
        </tbody>
      </Table>
    </div>
  );
}
