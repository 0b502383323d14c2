import type { Family } from "../figures";
import { bipolarFamily } from "./bipolar";
import { chanceCorrectedFamily } from "./chance-corrected-agreement";
import { fleissKappaFamily } from "./fleiss-kappa";
import { gTheoryFamily } from "./g-theory";
import { iccFamily } from "./icc";
import { kendallWFamily } from "./kendall-w";
import { krippendorffAlphaFamily } from "./krippendorff-alpha";
import { MODEL_FAMILIES } from "./models";
import { raterEffectsFamily } from "./rater-effects";
import { weightedKappaFamily } from "./weighted-kappa";
import { withinGroupFamily } from "./within-group-agreement";

/** Every family of cases by its name; a case whose family is missing here fails. */
export const FAMILIES: Readonly<Record<string, Family | undefined>> = {
  ...MODEL_FAMILIES,
  krippendorff_alpha: krippendorffAlphaFamily,
  chance_corrected_agreement: chanceCorrectedFamily,
  fleiss_kappa: fleissKappaFamily,
  weighted_kappa: weightedKappaFamily,
  kendall_w: kendallWFamily,
  within_group_agreement: withinGroupFamily,
  icc: iccFamily,
  bipolar: bipolarFamily,
  g_theory: gTheoryFamily,
  rater_effects: raterEffectsFamily,
};
