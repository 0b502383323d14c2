-- Scorecards, and the rule that they are blind until one's own is submitted.
-- Submissions are a table of their own, written once: a policy on scorecards may read it without recursion.

CREATE TABLE scorecards (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  seat_id uuid NOT NULL,
  interview_id uuid NOT NULL,
  author_id uuid NOT NULL,
  rubric_version_id uuid NOT NULL,
  -- "import" came from a file of finished ratings, without evidence or recommendation.
  source text NOT NULL CONSTRAINT scorecards_source_known CHECK (source IN ('live', 'import')),
  revision integer NOT NULL DEFAULT 0 CONSTRAINT scorecards_revision_counted CHECK (revision >= 0),
  recommendation text CONSTRAINT scorecards_recommendation_known
    CHECK (recommendation IN ('strong-no', 'no', 'yes', 'strong-yes', 'no-decision')),
  confidence text CONSTRAINT scorecards_confidence_known CHECK (confidence IN ('low', 'medium', 'high')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  CONSTRAINT scorecards_seat_once UNIQUE (organization_id, seat_id),
  FOREIGN KEY (organization_id, seat_id) REFERENCES seats ON DELETE CASCADE,
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews ON DELETE CASCADE,
  FOREIGN KEY (organization_id, author_id) REFERENCES memberships ON DELETE RESTRICT,
  FOREIGN KEY (organization_id, rubric_version_id) REFERENCES rubric_versions ON DELETE RESTRICT
);
CREATE INDEX scorecards_interview ON scorecards (organization_id, interview_id);
CREATE INDEX scorecards_author ON scorecards (organization_id, author_id);

CREATE TABLE submissions (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  interview_id uuid NOT NULL,
  member_id uuid NOT NULL,
  submitted_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, scorecard_id),
  CONSTRAINT submissions_seat_once UNIQUE (organization_id, interview_id, member_id),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards ON DELETE CASCADE,
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews ON DELETE CASCADE,
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE RESTRICT
);

-- The truth of a draft: every change ever made, in order, once an id.
CREATE TABLE operations (
  organization_id uuid NOT NULL,
  op_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  author_id uuid NOT NULL,
  client_id uuid NOT NULL,
  client_seq integer NOT NULL CONSTRAINT operations_seq_positive CHECK (client_seq > 0),
  field text NOT NULL,
  change jsonb NOT NULL,
  base_revision integer NOT NULL,
  revision integer NOT NULL,
  rubric_version_id uuid NOT NULL,
  at_ms bigint NOT NULL,
  wall_clock timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, op_id),
  CONSTRAINT operations_revision_once UNIQUE (organization_id, scorecard_id, revision),
  CONSTRAINT operations_sequence_once UNIQUE (organization_id, scorecard_id, client_id, client_seq),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards ON DELETE CASCADE
);
CREATE INDEX operations_field ON operations (organization_id, scorecard_id, client_id, field, client_seq);

CREATE TABLE ratings (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  dimension text NOT NULL CONSTRAINT ratings_dimension_known
    CHECK (dimension IN ('ownership', 'noticing', 'consequence', 'fix', 'calibration')),
  -- Null means "not observed", which is not low. No row means "not rated".
  mark smallint,
  PRIMARY KEY (organization_id, scorecard_id, dimension),
  CONSTRAINT ratings_mark_on_scale CHECK (
    CASE WHEN dimension = 'calibration' THEN mark BETWEEN -2 AND 2 ELSE mark BETWEEN 1 AND 5 END
  ),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards ON DELETE CASCADE
);

CREATE TABLE evidence_notes (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  id uuid NOT NULL,
  dimension text NOT NULL CONSTRAINT evidence_notes_dimension_known
    CHECK (dimension IN ('ownership', 'noticing', 'consequence', 'fix', 'calibration')),
  body text NOT NULL CONSTRAINT evidence_notes_body_bounded CHECK (char_length(body) <= 4000),
  -- Milliseconds on the interview's timer; null when the timer was not running.
  at_ms bigint CONSTRAINT evidence_notes_at_after_start CHECK (at_ms >= 0),
  -- The revision that made the note: notes read in the order they were begun.
  position integer NOT NULL,
  PRIMARY KEY (organization_id, scorecard_id, id),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards ON DELETE CASCADE
);

CREATE TABLE trap_flags (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  trap text NOT NULL CONSTRAINT trap_flags_trap_known
    CHECK (trap IN ('fake-mistake', 'teams-mistake', 'no-noticing', 'no-consequence-no-fix')),
  reason text NOT NULL CONSTRAINT trap_flags_reason_bounded CHECK (char_length(reason) <= 300),
  PRIMARY KEY (organization_id, scorecard_id, trap),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards ON DELETE CASCADE
);

CREATE TABLE story_facts (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  fact text NOT NULL,
  choice text,
  amount double precision,
  unit text,
  PRIMARY KEY (organization_id, scorecard_id, fact),
  CONSTRAINT story_facts_one_kind CHECK ((choice IS NULL) = (amount IS NOT NULL) AND (amount IS NULL) = (unit IS NULL)),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards ON DELETE CASCADE
);

-- Timer events: the elapsed time is read from them, never stored as a running number.
CREATE TABLE beats (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT beats_kind_known
    CHECK (kind IN ('beat', 'probe-on', 'probe-off', 'pause', 'resume', 'end', 'reset')),
  beat text CONSTRAINT beats_beat_known
    CHECK (beat IN ('situation', 'task', 'mistake', 'noticing', 'result', 'bridge')),
  at_ms bigint NOT NULL,
  PRIMARY KEY (organization_id, scorecard_id, id),
  CONSTRAINT beats_named CHECK ((kind = 'beat') = (beat IS NOT NULL)),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards ON DELETE CASCADE
);

CREATE TABLE probes_asked (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  dimension text NOT NULL CONSTRAINT probes_asked_dimension_known
    CHECK (dimension IN ('ownership', 'noticing', 'consequence', 'fix', 'calibration')),
  PRIMARY KEY (organization_id, scorecard_id, dimension),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards ON DELETE CASCADE
);

-- Integer counts of submitted marks. Every aggregate on screen is computed from these: exact under +1 and -1.
-- By interview, because blindness is by interview.
CREATE TABLE level_counts (
  organization_id uuid NOT NULL,
  interview_id uuid NOT NULL,
  dimension text NOT NULL CONSTRAINT level_counts_dimension_known
    CHECK (dimension IN ('ownership', 'noticing', 'consequence', 'fix', 'calibration')),
  mark text NOT NULL CONSTRAINT level_counts_mark_known
    CHECK (mark IN ('1', '2', '3', '4', '5', '-2', '-1', '0', 'not-observed')),
  count integer NOT NULL CONSTRAINT level_counts_not_negative CHECK (count >= 0),
  PRIMARY KEY (organization_id, interview_id, dimension, mark),
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews ON DELETE CASCADE
);

-- The blind rule for one interview, as lib/domain/visibility.ts states it: no seat and the right to compare,
-- or a seat whose scorecard is in. It reads only seats and submissions, which say who, never what.
CREATE FUNCTION sees_interview(interview uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM submissions s WHERE s.organization_id = app_organization()
      AND s.interview_id = interview AND s.member_id = app_member())
    OR (app_may_compare() AND NOT EXISTS (SELECT FROM seats s WHERE s.organization_id = app_organization()
      AND s.interview_id = interview AND s.member_id = app_member()));

CREATE POLICY own_organization ON submissions FOR SELECT USING (organization_id = (SELECT app_organization()));
CREATE POLICY own_seat ON submissions FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND member_id = (SELECT app_member()));

CREATE POLICY reads_own ON scorecards FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND author_id = (SELECT app_member()));
CREATE POLICY reads_revealed ON scorecards FOR SELECT
  USING (organization_id = (SELECT app_organization())
    AND EXISTS (SELECT FROM submissions s WHERE s.organization_id = scorecards.organization_id AND s.scorecard_id = scorecards.id)
    AND sees_interview(interview_id));
-- An empty scorecard comes with its seat; only the author ever changes it, and only before submitting.
CREATE POLICY comes_with_seat ON scorecards FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND revision = 0 AND recommendation IS NULL AND confidence IS NULL);
CREATE POLICY writes_own ON scorecards FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND author_id = (SELECT app_member()))
  WITH CHECK (organization_id = (SELECT app_organization()) AND author_id = (SELECT app_member())
    AND NOT EXISTS (SELECT FROM submissions s WHERE s.organization_id = scorecards.organization_id AND s.scorecard_id = scorecards.id));

CREATE POLICY reads_with_interview ON level_counts FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND sees_interview(interview_id));
CREATE POLICY counts_own ON level_counts FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND sees_interview(interview_id));
CREATE POLICY recounts_own ON level_counts FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND sees_interview(interview_id));

CREATE POLICY reads_own ON operations FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND author_id = (SELECT app_member()));
CREATE POLICY appends_own ON operations FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND author_id = (SELECT app_member()));

DO $$
DECLARE t text;
BEGIN
  -- What a scorecard holds is seen by whoever sees the scorecard, and written by its author until submitted.
  FOREACH t IN ARRAY ARRAY['ratings', 'evidence_notes', 'trap_flags', 'story_facts', 'beats', 'probes_asked'] LOOP
    EXECUTE format($policy$CREATE POLICY reads_with_scorecard ON %1$I FOR SELECT
      USING (organization_id = (SELECT app_organization()) AND EXISTS (SELECT FROM scorecards c
        WHERE c.organization_id = %1$I.organization_id AND c.id = %1$I.scorecard_id))$policy$, t);
    EXECUTE format($policy$CREATE POLICY writes_own_draft ON %1$I FOR ALL
      USING (organization_id = (SELECT app_organization()) AND EXISTS (SELECT FROM scorecards c
        WHERE c.organization_id = %1$I.organization_id AND c.id = %1$I.scorecard_id AND c.author_id = (SELECT app_member()))
        AND NOT EXISTS (SELECT FROM submissions s
          WHERE s.organization_id = %1$I.organization_id AND s.scorecard_id = %1$I.scorecard_id))$policy$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO plumbline_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['scorecards', 'submissions', 'operations', 'ratings', 'evidence_notes', 'trap_flags',
      'story_facts', 'beats', 'probes_asked', 'level_counts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON scorecards, submissions, operations TO plumbline_app;
GRANT UPDATE (revision, recommendation, confidence) ON scorecards TO plumbline_app;
GRANT SELECT, INSERT, UPDATE ON level_counts TO plumbline_app;

-- Written once: not even the owner changes these by accident.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER written_once BEFORE UPDATE ON submissions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE ON operations FOR EACH ROW EXECUTE FUNCTION refuse_change();

REVOKE EXECUTE ON FUNCTION sees_interview(uuid), refuse_change() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sees_interview(uuid) TO plumbline_app;
