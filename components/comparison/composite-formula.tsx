import type { RubricVersion } from "@/lib/contracts/rubric";
import { OBSERVED_DIMENSIONS_NEEDED } from "@/lib/domain/composite";
import { DIMENSIONS, markLabel, POSITIONS } from "@/lib/domain/scale";

/** The composite as a person can recompute it with a pencil. */
export function CompositeFormula({ rubrics }: { rubrics: readonly RubricVersion[] }) {
  return (
    <>
      <p>
        Composite = sum of (weight × mean quality) ÷ sum of weights, over the dimensions that somebody
        observed; at least {OBSERVED_DIMENSIONS_NEEDED} are needed, else it is incomplete and no number.
      </p>
      {rubrics.map((rubric) => (
        <p key={rubric.id}>
          Rubric {rubric.number}: weights {weightsText(rubric)}; calibration folds {foldText(rubric)}.
        </p>
      ))}
      {rubrics.length > 1 && (
        <p>
          Each rating is folded by its own version, and its dimension weighs the mean of what those versions
          give it.
        </p>
      )}
      <p>
        Quality is the level itself; calibration is folded mark by mark before any mean, so that −2 and +2
        never cancel. First independent scores only; recommendations never enter.
      </p>
    </>
  );
}

function weightsText({ content, weights }: RubricVersion): string {
  return DIMENSIONS.map((dimension) => `${content.dimensions[dimension].name} ${weights[dimension]}`).join(
    ", ",
  );
}

function foldText({ fold }: RubricVersion): string {
  return POSITIONS.map((position) => `${markLabel("calibration", position)} → ${fold[`${position}`]}`).join(
    ", ",
  );
}
