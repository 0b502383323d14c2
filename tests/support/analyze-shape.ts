import { z } from "zod";
import { UNDEFINED_REASONS } from "@/lib/stats/outcome";

/** The report `analyze --json` promises, key by key: a key too many is as wrong as one too few. */
const missing = z.strictObject({ undefined: z.enum(UNDEFINED_REASONS), detail: z.string().min(1) });
const orMissing = <T extends z.ZodType>(figure: T) => z.union([figure, missing]);

const figure = z.number();
const whole = z.int().nonnegative();
const interval = orMissing(z.tuple([figure, figure]));
const variances = { candidate: figure, rater: figure, residual: figure };

function reportWith(variance: z.ZodType) {
  return z.strictObject({
    input: z.strictObject({
      ratings: whole,
      candidates: whole,
      raters: whole,
      dimensions: z.array(z.string()),
      skipped: z.array(z.strictObject({ line: whole, reason: z.string().min(1) })),
      components: whole,
    }),
    agreement: z.array(
      z.strictObject({
        dimension: z.string(),
        alpha: orMissing(z.strictObject({ metric: z.string(), estimate: figure, interval, units: whole })),
        ac2: orMissing(z.strictObject({ weights: z.string(), estimate: figure, interval })),
      }),
    ),
    model: orMissing(
      z.strictObject({
        intercept: z.strictObject({ estimate: figure, se: figure }),
        variance,
        remlCriterion: orMissing(figure),
        method: z.enum(["exact", "iterative", "integrated"]),
      }),
    ),
    raters: z.array(
      z.strictObject({
        rater: z.string(),
        severity: orMissing(figure),
        se: orMissing(figure),
        ratings: whole,
        candidates: whole,
      }),
    ),
    candidates: z.array(
      z.strictObject({
        candidate: z.string(),
        raw: figure,
        fair: orMissing(figure),
        se: orMissing(figure),
        ratings: whole,
        raters: whole,
        expectedRank: orMissing(figure),
      }),
    ),
    panelSize: z.strictObject({
      phi: orMissing(z.array(z.strictObject({ interviewers: whole, phi: figure }))),
      for80: orMissing(whole),
    }),
    tieGroups: orMissing(z.array(z.array(z.string()))),
    warnings: z.array(z.string()),
  });
}

const oneDimension = reportWith(z.strictObject(variances));
const several = reportWith(
  z.strictObject({
    ...variances,
    candidateDimension: figure,
    raterDimension: figure,
    candidateRater: figure,
  }),
);

/** Throws where the report has a key too many, too few, or of another kind. */
export function expectPromisedShape(content: unknown): void {
  const { input } = z.object({ input: z.object({ dimensions: z.array(z.string()) }) }).parse(content);
  const shape = input.dimensions.length > 1 ? several : oneDimension;
  shape.parse(content);
}
