/** The people behind the memberships, who stand outside every organisation: told apart on arrival by (issuer, subject). */
export const PEOPLE = ["users", "accounts"] as const;

/** What an organisation's file holds beside its people, whole and row by row. */
export const TRAVELS: readonly string[] = [
  ...["organizations", "memberships"],
  ...[
    "openings",
    "candidates",
    "applications",
    "interviews",
    "seats",
    "rubric_versions",
    "imports",
    "nudges",
  ],
  ...["scorecards", "operations", "ratings", "evidence_notes", "trap_flags", "story_facts", "beats"],
  ...["probes_asked", "submissions", "amendments"],
  ...["submitted_marks", "interview_progress", "opening_counts", "live_events"],
  ...["debrief_steps", "debrief_reasons", "debrief_arrivals", "decisions", "decision_members"],
  ...["findings", "finding_rules", "score_files", "score_file_parts"],
  ...["practice_answers", "practice_attempts", "practice_cards", "practice_ratings", "practice_references"],
  ...["practice_proposals", "practice_proposers", "practice_rules"],
  ...["practice_rounds", "practice_round_members", "practice_round_notes"],
  ...["directory_members", "directory_groups", "directory_group_members", "saved_views"],
  ...["audit_events", "audit_heads"],
  ...["legal_holds", "erased_scorecards", "subject_reads", "retention_settings", "retention_rules"],
];

/** What stays where it is, and why. A new table stands in one of the two lists: a test says which are in neither. */
export const STAYS: Readonly<Record<string, string>> = {
  sessions: "a sign-in is a browser's at one address; at the new one people sign in again",
  verification_tokens: "a link to sign in is for one address, for ten minutes",
  api_tokens: "a program's secret for one address; a file that is copied must open no door",
  draft_keys: "keys of what a browser holds for one address; a new one is made when a draft is opened",
  fit_snapshots:
    "sheets that were computed from rows which travel; there they are computed again when asked for",
  rate_limits: "what was spent here in the last minutes",
};
