import { z } from "zod";
import { alphaGwet } from "../../../stats/agreement/alpha-gwet";
import { brennanPrediger } from "../../../stats/agreement/brennan-prediger";
import { countByUnit, type UnitCounts } from "../../../stats/agreement/counts";
import { fleissKappa } from "../../../stats/agreement/fleiss-kappa";
import { gwetAc } from "../../../stats/agreement/gwet-ac";
import type { Coefficient } from "../../../stats/agreement/linearised";
import { percentAgreement } from "../../../stats/agreement/percent-agreement";
import { type AgreementProfile, agreementProfile } from "../../../stats/agreement/profile";
import { WEIGHTINGS, type Weighting, weightTable } from "../../../stats/agreement/weights";
import type { Outcome } from "../../../stats/outcome";
import type { ReferenceCase } from "../case";
import type { Family, Figure } from "../figures";
import { readRatings } from "../table";

/** AC1, AC2, Fleiss, Brennan-Prediger and alpha with Gwet's standard errors, for four weightings. */
export const chanceCorrectedFamily: Family = (subject) => {
  const counts = countByUnit(readRatings(subject));
  return (stat) => {
    const asked = parse(stat);
    if (!asked) return undefined;
    if (!counts.ok) return counts;
    const categories = categoriesOf(subject, counts.value);
    const profile = agreementProfile(counts.value, categories, weightTable(categories, asked.weighting));
    if (!profile.ok) return profile;
    return part(asked.coefficient(profile.value), asked.part);
  };
};

/** The full category list of the case; without one, the values that occur. */
export function categoriesOf(subject: ReferenceCase, counts: UnitCounts): number[] {
  const listed = z.array(z.number()).safeParse(subject.data.categories);
  return listed.success ? listed.data : Array.from(counts.values);
}

type ByProfile = (profile: AgreementProfile) => Outcome<Coefficient>;

const COEFFICIENTS: Readonly<Record<string, ByProfile | undefined>> = {
  pa: percentAgreement,
  AC1: gwetAc,
  AC2: gwetAc,
  fleiss_kappa: fleissKappa,
  brennan_prediger: brennanPrediger,
  alpha_gwet: alphaGwet,
};

/** Gwet's alpha is named by the level it stands for. */
const LEVEL_NAMES: Readonly<Record<string, Weighting | undefined>> = {
  nominal: "unweighted",
  interval: "quadratic",
};

/** "AC2_linear_se" is the coefficient AC2, weighting linear, part se. */
function parse(stat: string): { coefficient: ByProfile; weighting: Weighting; part: string } | null {
  const [, name = "", level = "", part = ""] = STAT.exec(stat) ?? [];
  const coefficient = COEFFICIENTS[name];
  const weighting =
    level === "" ? "unweighted" : (LEVEL_NAMES[level] ?? WEIGHTINGS.find((one) => one === level));
  return coefficient && weighting ? { coefficient, weighting, part } : null;
}

const STAT =
  /^(pa|AC1|AC2|fleiss_kappa|brennan_prediger|alpha_gwet)(?:_(unweighted|linear|quadratic|ordinal|nominal|interval))?(?:_(se|ci95|pe|pa))?$/;

/** One part of a coefficient under the names of the cases. */
export function part(coefficient: Outcome<Coefficient>, name: string): Figure | undefined {
  if (!coefficient.ok) return coefficient;
  const { estimate, expected, observed, spread } = coefficient.value;
  if (name === "") return estimate;
  if (name === "pe") return expected;
  if (name === "pa") return observed;
  if (!spread.ok) return spread;
  return name === "se" ? spread.value.standardError : spread.value.interval;
}
