import { Table, Td, Th } from "@/components/ui/table";
import type { RubricVersion } from "@/lib/contracts/rubric";
import { OBSERVED_DIMENSIONS_NEEDED } from "@/lib/domain/composite";
import { DIMENSIONS } from "@/lib/domain/scale";

/** The weights with their sum, and the formula they enter. */
export function WeightTable({ rubric }: { rubric: RubricVersion }) {
  const sum = DIMENSIONS.reduce((total, dimension) => total + rubric.weights[dimension], 0);
  return (
    <section aria-labelledby="weights" data-print="whole" className="border-t border-line-strong pt-4">
      <h2 id="weights">Weights</h2>
      <Table caption="Weight of each dimension" dense>
        <thead className="sr-only">
          <tr>
            <th scope="col">Dimension</th>
            <th scope="col">Weight</th>
          </tr>
        </thead>
        <tbody>
          {DIMENSIONS.map((dimension) => (
            <tr key={dimension}>
              <Th scope="row" className="font-normal">
                {rubric.content.dimensions[dimension].name}
              </Th>
              <Td className="text-right">{rubric.weights[dimension]}</Td>
            </tr>
          ))}
          <tr>
            <Th scope="row" className="border-b-0">
              Sum
            </Th>
            <Td className="border-b-0 text-right font-[560]">{sum}</Td>
          </tr>
        </tbody>
      </Table>
      <p className="mt-2 text-s text-soft">
        The composite is the weighted mean of each dimension’s mean quality, over the dimensions somebody
        observed. With fewer than {OBSERVED_DIMENSIONS_NEEDED} it is incomplete, never a number. A
        recommendation is kept apart.
      </p>
    </section>
  );
}
