import type { Family } from "../figures";
import { crossedLmm } from "./crossed-lmm";
import { drift } from "./drift";
import { fairScoreIntegrated } from "./fair-score-integrated";
import { gStudySparse } from "./g-study-sparse";
import { mfrm } from "./mfrm";
import { rankUncertainty } from "./rank-uncertainty";
import { raterFixed } from "./rater-fixed";

/** The families that stand on a fitted model: crossed effects, ranks, drift, Rasch. */
export const MODEL_FAMILIES: Readonly<Record<string, Family | undefined>> = {
  crossed_lmm_reml: crossedLmm,
  fair_score_integrated: fairScoreIntegrated,
  mfrm_rating_scale: mfrm,
  rank_uncertainty: rankUncertainty,
  g_study_sparse: gStudySparse,
  rater_fixed_severity: raterFixed,
  drift,
};
