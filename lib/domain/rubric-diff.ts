import { TRAP_LABEL } from "./labels";
import type { Fold, RubricContent, Weights } from "./rubric";
import { DIMENSIONS, isBipolar, markLabel, marksOf, POSITIONS } from "./scale";
import { TRAPS } from "./traps";

/** All that a version says. */
export interface RubricText {
  content: RubricContent;
  weights: Weights;
  fold: Fold;
}

/** One difference between two versions: where, and both wordings; "" where one of them says nothing. */
export interface RubricChange {
  /** What it belongs to: a dimension's name as the newer version words it, or the whole rubric. */
  about: string;
  part: string;
  before: string;
  after: string;
}

/** Everything that differs, in the order a reader meets it. Equal versions give an empty list. */
export function rubricDiff(before: RubricText, after: RubricText): RubricChange[] {
  return lines(before).flatMap(({ text, ...line }, place) => {
    const later = lines(after)[place];
    if (!later || later.text === text) return [];
    return [{ about: later.about, part: line.part, before: text, after: later.text }];
  });
}

interface Line {
  about: string;
  part: string;
  text: string;
}

/** A version as one fixed list of lines: the same length and order for every version, so that two lie side by side. */
function lines({ content, weights, fold }: RubricText): Line[] {
  const whole = (part: string, text: string): Line => ({ about: "The whole rubric", part, text });
  return [
    whole("Question", content.question),
    ...DIMENSIONS.flatMap((dimension): Line[] => {
      const { name, hint, anchors, probes } = content.dimensions[dimension];
      const own = (part: string, text: string): Line => ({ about: name, part, text });
      return [
        own("Name", name),
        own("Hint", hint),
        ...marksOf(dimension).map((mark) =>
          own(`Anchor ${markLabel(dimension, mark)}`, anchors[String(mark)] ?? ""),
        ),
        own("Probes", probes.join("\n")),
        own("Weight", String(weights[dimension])),
        ...(isBipolar(dimension)
          ? POSITIONS.map((position) =>
              own(`Quality of ${markLabel(dimension, position)}`, String(fold[`${position}`])),
            )
          : []),
      ];
    }),
    whole("Pole below zero", content.poles.low),
    whole("Pole above zero", content.poles.high),
    ...TRAPS.map((trap) =>
      whole(`Trap: ${TRAP_LABEL[trap]}`, `${content.traps[trap].name}\n${content.traps[trap].sign}`),
    ),
  ];
}
