/** Whole levels from lowest to highest. */
export interface Scale {
  readonly lowest: number;
  readonly highest: number;
}

/** The ends of a bipolar dimension. */
export const BIPOLAR_SCALE: Scale = { lowest: -2, highest: 2 };

/** What a table of ratings does not say of itself. */
export interface AnalysisOptions {
  /** Null: 1 to 5 where every score fits it, else what the scores span. */
  readonly scale: Scale | null;
  /** The dimension scored -2 .. +2 with its best in the middle. */
  readonly bipolar: string | null;
  /** Quality of each position of the bipolar dimension, as the rubric folds it; left out: 5 - 2|x|. */
  readonly fold?: ReadonlyMap<number, number>;
  /** What people read for a candidate or rater whom the table knows by a key; left out: the table's own names. */
  readonly called?: (name: string) => string;
  /** Of the probes used on very large tables. */
  readonly seed: number;
}
