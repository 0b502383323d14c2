/**
 * The statistics each family knows by name, asked only where a family has no figure at all and the case
 * expects none: without it a misspelt name would pass as "rightly undefined".
 */
export const KNOWN_STATISTICS: Readonly<Record<string, RegExp | undefined>> = {
  krippendorff_alpha:
    /^(n_pairable_(values|units)|(alpha|Do|De|jackknife_se|jackknife_ci|bootstrap_ci|bootstrap_dropped)_(nominal|ordinal|interval|ratio))$/,
  chance_corrected_agreement:
    /^(pa|AC1|AC2|fleiss_kappa|brennan_prediger|alpha_gwet)(_(unweighted|linear|quadratic|ordinal|nominal|interval))?(_(se|ci95|pe|pa))?$/,
  fleiss_kappa: /^(kappa|z|se0|kappa_exact_conger|kappa_per_category|se_nonnull|ci95|AC1(_se|_ci95)?)$/,
  weighted_kappa: /^(kappa|po|pe)_(unweighted|linear|quadratic)(_(ase0?|ci95))?$/,
  kendall_w: /^((W|chisq|p)_(uncorrected|tie_corrected)|F_(tie_corrected|df|p)|mean_spearman)$/,
  within_group_agreement: /^(finn_(oneway|twoway)|(rwg|awg)_per_unit|rwg_mean)$/,
  icc: /^(n|k|MS[BJEW]|icc2_satterthwaite_df|ICC[123]k?(_(F|df|p|ci95))?|mcgraw_wong_(oneway|consistency|agreement)_(single|average)(_ci95)?)$/,
  crossed_lmm_reml:
    /^(sigma2(_se_expected_info)?|reml_criterion|intercept(_se)?|icc_single_(absolute|consistency)|putka_(q|khat|G_qk)|components|(blup|condsd|pev_sd)_(candidate|rater)|fair_score(_se)?|top\d+_(order|prob_row_better_than_col)|expected_rank|reliability_per_candidate|profile_ci95_sd)$/,
  rater_fixed_severity:
    /^(sigma2|grand_mean(_se)?|leniency(_se)?|blup_candidate|pev_sd_candidate|wald_(chisq_equal_severity|df|p))$/,
  fair_score_integrated:
    /^(fair_(mean|sd)|rater_leniency_(mean|sd)|expected_rank|posterior_mean_sd|top\d+_(order|prob_row_better_than_col))$/,
  g_theory: /^(mean_squares|sigma2_(ems|reml)\w*|dstudy\w*)$/,
  g_study_sparse:
    /^(sigma2(_se_expected_info)?|reml_criterion|beta_(sum_contrasts|se)|(blup|pev_sd)_(candidate|rater)|fair_score_composite(_se)?|halo_share|dstudy_dims_(fixed|random)|panel_size_for_Phi_\d*\.\d+_dims_(fixed|random)|putka_(q|khat|G_qk_composite_dims_fixed))$/,
  mfrm_rating_scale:
    /^((persons|raters|items)_(measure|se_model|se_joint|infit|infit_z|outfit|outfit_z|fair_avg|total|summary)|thresholds_(tau|se_joint)|joint_loglik|category_counts|extreme_(persons|raters)|mml_(rater_severity|rater_se_TAM|item_difficulty|thresholds|deviance|theta_variance|eap|eap_sd|eap_reliability_TAM))$/,
  rater_effects: /^(halo|central_tendency)_per_rater$/,
  drift: /^(sigma2|beta(_se)?|slope_(blup|pev_sd)|reml_criterion|reml_lrt_(slope_variance|p_mixture))$/,
  bipolar: /^(per_candidate|alpha_(signed|folded)_(interval|ordinal))$/,
  rank_uncertainty:
    /^(blup|pev_sd|expected_(rank|percentile)|prob_(best|top\d+)_sim|rank_interval_(marginal|bonferroni)95|tie_group|goldstein_healy_multiplier)$/,
};
