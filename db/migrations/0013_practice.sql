-- Practice: attempts on reference answers, an organisation's own answers, and live rounds. Tables of their own: nothing
-- here is ever a candidate's. An attempt keeps the reference it was compared with, so that its gap never moves.

-- The member's roles as they stand now, in this very transaction.
CREATE FUNCTION app_leads() RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM memberships m WHERE m.organization_id = app_organization() AND m.id = app_member()
    AND 'lead' = ANY (m.roles));
REVOKE EXECUTE ON FUNCTION app_leads() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_leads() TO plumbline_app;

-- When somebody counts as ready; no row: the rule that ships (lib/domain/practice).
CREATE TABLE practice_rules (
  organization_id uuid PRIMARY KEY REFERENCES organizations ON DELETE CASCADE,
  answers integer NOT NULL CONSTRAINT practice_rules_answers_few CHECK (answers BETWEEN 3 AND 30),
  within_one real NOT NULL CONSTRAINT practice_rules_within_one_share CHECK (within_one BETWEEN 0 AND 1),
  mean_gap real NOT NULL CONSTRAINT practice_rules_mean_gap_on_scale CHECK (mean_gap BETWEEN 0 AND 4)
);

-- An organisation's own answers; those that ship are part of the program (lib/practice).
CREATE TABLE practice_answers (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  id uuid NOT NULL,
  title text NOT NULL CONSTRAINT practice_answers_title_written CHECK (btrim(title) <> ''),
  role text NOT NULL CONSTRAINT practice_answers_role_written CHECK (btrim(role) <> ''),
  field text NOT NULL,
  work text NOT NULL,
  spoken jsonb NOT NULL,
  added_by uuid NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, added_by) REFERENCES memberships ON DELETE RESTRICT
);

-- Which lead has set a reference alone: who, never what. Apart from what they set, so that its policy may read this.
CREATE TABLE practice_proposers (
  organization_id uuid NOT NULL,
  answer_id uuid NOT NULL,
  member_id uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, answer_id, member_id),
  FOREIGN KEY (organization_id, answer_id) REFERENCES practice_answers ON DELETE CASCADE,
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE RESTRICT
);
CREATE TABLE practice_proposals (
  organization_id uuid NOT NULL,
  answer_id uuid NOT NULL,
  member_id uuid NOT NULL,
  reference jsonb NOT NULL,
  PRIMARY KEY (organization_id, answer_id, member_id),
  FOREIGN KEY (organization_id, answer_id, member_id) REFERENCES practice_proposers ON DELETE CASCADE
);

-- What the proposers agreed on: written by one, confirmed by another. The newest confirmed one holds.
CREATE TABLE practice_references (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  answer_id uuid NOT NULL,
  reference jsonb NOT NULL,
  drafted_by uuid NOT NULL,
  drafted_at timestamptz NOT NULL,
  agreed_by uuid,
  agreed_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT practice_references_agreed_whole CHECK ((agreed_by IS NULL) = (agreed_at IS NULL)),
  CONSTRAINT practice_references_two_people CHECK (agreed_by <> drafted_by),
  FOREIGN KEY (organization_id, answer_id) REFERENCES practice_answers ON DELETE CASCADE,
  FOREIGN KEY (organization_id, answer_id, drafted_by) REFERENCES practice_proposers ON DELETE RESTRICT,
  FOREIGN KEY (organization_id, answer_id, agreed_by) REFERENCES practice_proposers ON DELETE RESTRICT
);

CREATE TABLE practice_rounds (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  shipped_key text,
  answer_id uuid,
  rubric_version_id uuid NOT NULL,
  lead_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  revealed_at timestamptz,
  closed_at timestamptz,
  -- What is being talked about just now; null before the reveal.
  dimension text CONSTRAINT practice_rounds_dimension_known
    CHECK (dimension IN ('ownership', 'noticing', 'consequence', 'fix', 'calibration')),
  PRIMARY KEY (organization_id, id),
  CONSTRAINT practice_rounds_one_answer CHECK (num_nonnulls(shipped_key, answer_id) = 1),
  CONSTRAINT practice_rounds_in_order CHECK (closed_at IS NULL OR revealed_at IS NOT NULL),
  CONSTRAINT practice_rounds_talk_after_reveal CHECK (dimension IS NULL OR revealed_at IS NOT NULL),
  FOREIGN KEY (organization_id, answer_id) REFERENCES practice_answers ON DELETE CASCADE,
  FOREIGN KEY (organization_id, rubric_version_id) REFERENCES rubric_versions ON DELETE RESTRICT,
  FOREIGN KEY (organization_id, lead_id) REFERENCES memberships ON DELETE RESTRICT
);
CREATE TABLE practice_round_members (
  organization_id uuid NOT NULL,
  round_id uuid NOT NULL,
  member_id uuid NOT NULL,
  joined_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, round_id, member_id),
  FOREIGN KEY (organization_id, round_id) REFERENCES practice_rounds ON DELETE CASCADE,
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE RESTRICT
);
-- What a round took from a dimension, in one line.
CREATE TABLE practice_round_notes (
  organization_id uuid NOT NULL,
  round_id uuid NOT NULL,
  dimension text NOT NULL CONSTRAINT practice_round_notes_dimension_known
    CHECK (dimension IN ('ownership', 'noticing', 'consequence', 'fix', 'calibration')),
  body text NOT NULL CONSTRAINT practice_round_notes_body_bounded CHECK (char_length(body) <= 300),
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, round_id, dimension),
  FOREIGN KEY (organization_id, round_id) REFERENCES practice_rounds ON DELETE CASCADE,
  FOREIGN KEY (organization_id, written_by) REFERENCES memberships ON DELETE RESTRICT
);

-- One blind attempt per person, answer and wording: the second time one knows.
CREATE TABLE practice_attempts (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  shipped_key text,
  answer_id uuid,
  rubric_version_id uuid NOT NULL,
  round_id uuid,
  -- Chosen from a list narrowed to one trap: half the answer was known. Kept, never counted.
  hinted boolean NOT NULL,
  attempted_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT practice_attempts_one_answer CHECK (num_nonnulls(shipped_key, answer_id) = 1),
  CONSTRAINT practice_attempts_shipped_once UNIQUE (organization_id, member_id, rubric_version_id, shipped_key),
  CONSTRAINT practice_attempts_own_once UNIQUE (organization_id, member_id, rubric_version_id, answer_id),
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE RESTRICT,
  FOREIGN KEY (organization_id, answer_id) REFERENCES practice_answers ON DELETE CASCADE,
  FOREIGN KEY (organization_id, rubric_version_id) REFERENCES rubric_versions ON DELETE RESTRICT,
  FOREIGN KEY (organization_id, round_id, member_id) REFERENCES practice_round_members ON DELETE RESTRICT
);
CREATE INDEX practice_attempts_round ON practice_attempts (organization_id, round_id);
CREATE TABLE practice_ratings (
  organization_id uuid NOT NULL,
  attempt_id uuid NOT NULL,
  dimension text NOT NULL CONSTRAINT practice_ratings_dimension_known
    CHECK (dimension IN ('ownership', 'noticing', 'consequence', 'fix', 'calibration')),
  -- Null means "not observed", which is not low.
  mark smallint,
  reference smallint NOT NULL,
  PRIMARY KEY (organization_id, attempt_id, dimension),
  CONSTRAINT practice_ratings_marks_on_scale CHECK (CASE WHEN dimension = 'calibration'
    THEN mark BETWEEN -2 AND 2 AND reference BETWEEN -2 AND 2 ELSE mark BETWEEN 1 AND 5 AND reference BETWEEN 1 AND 5 END),
  FOREIGN KEY (organization_id, attempt_id) REFERENCES practice_attempts ON DELETE CASCADE
);
-- The whole card with its evidence, and the reference with its reasons as they stood then.
CREATE TABLE practice_cards (
  organization_id uuid NOT NULL,
  attempt_id uuid NOT NULL,
  content jsonb NOT NULL,
  reference jsonb NOT NULL,
  PRIMARY KEY (organization_id, attempt_id),
  FOREIGN KEY (organization_id, attempt_id) REFERENCES practice_attempts ON DELETE CASCADE
);

-- True for your own attempt, and for one of a revealed round that you are in or lead.
CREATE FUNCTION shares_attempt(attempt uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM practice_attempts a WHERE a.organization_id = app_organization() AND a.id = attempt
    AND (a.member_id = app_member() OR EXISTS (SELECT FROM practice_rounds r
      WHERE r.organization_id = a.organization_id AND r.id = a.round_id AND r.revealed_at IS NOT NULL
        AND (r.lead_id = app_member() OR EXISTS (SELECT FROM practice_round_members m
          WHERE m.organization_id = r.organization_id AND m.round_id = r.id AND m.member_id = app_member())))));
-- Leads read marks (never notes) of what is not in a round still under way: the team's readiness is made of them.
CREATE FUNCTION sees_attempt_marks(attempt uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN shares_attempt(attempt) OR (app_leads() AND EXISTS (SELECT FROM practice_attempts a
    WHERE a.organization_id = app_organization() AND a.id = attempt AND (a.round_id IS NULL OR EXISTS (
      SELECT FROM practice_rounds r WHERE r.organization_id = a.organization_id AND r.id = a.round_id AND r.revealed_at IS NOT NULL))));
REVOKE EXECUTE ON FUNCTION shares_attempt(uuid), sees_attempt_marks(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shares_attempt(uuid), sees_attempt_marks(uuid) TO plumbline_app;

DO $$
DECLARE
  t text;
  ours constant text := 'organization_id = (SELECT app_organization())';
  mine constant text := 'EXISTS (SELECT FROM practice_attempts a WHERE a.organization_id = %1$I.organization_id AND a.id = %1$I.attempt_id AND a.member_id = (SELECT app_member()))';
BEGIN
  FOREACH t IN ARRAY ARRAY['practice_rules', 'practice_answers', 'practice_proposers', 'practice_proposals',
      'practice_references', 'practice_rounds', 'practice_round_members', 'practice_round_notes', 'practice_attempts',
      'practice_ratings', 'practice_cards'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO plumbline_app', t);
  END LOOP;
  -- Who practises, leads or has proposed may be known; what they said stands elsewhere.
  FOREACH t IN ARRAY ARRAY['practice_rules', 'practice_answers', 'practice_proposers', 'practice_references',
      'practice_rounds', 'practice_round_members', 'practice_attempts'] LOOP
    EXECUTE format('CREATE POLICY own_organization ON %I FOR SELECT USING (%s)', t, ours);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['practice_rules', 'practice_answers', 'practice_proposers', 'practice_references', 'practice_rounds'] LOOP
    EXECUTE format('CREATE POLICY leads_add ON %I FOR INSERT WITH CHECK (%s AND (SELECT app_leads()))', t, ours);
    EXECUTE format('CREATE POLICY leads_change ON %I FOR UPDATE USING (%s AND (SELECT app_leads()))', t, ours);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['practice_round_members', 'practice_attempts'] LOOP
    EXECUTE format('CREATE POLICY own_place ON %I FOR INSERT WITH CHECK (%s AND member_id = (SELECT app_member()))', t, ours);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['practice_ratings', 'practice_cards'] LOOP
    EXECUTE format('CREATE POLICY adds_own ON %1$I FOR INSERT WITH CHECK (%2$s AND ' || mine || ')', t, ours);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['practice_proposers', 'practice_proposals', 'practice_attempts', 'practice_ratings', 'practice_cards'] LOOP
    EXECUTE format('CREATE TRIGGER written_once BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
GRANT UPDATE ON practice_rules TO plumbline_app;
GRANT UPDATE (agreed_by, agreed_at) ON practice_references TO plumbline_app;
GRANT UPDATE (revealed_at, closed_at, dimension) ON practice_rounds TO plumbline_app;
GRANT UPDATE (body, written_by, written_at) ON practice_round_notes TO plumbline_app;

CREATE POLICY reads_shared ON practice_cards FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND shares_attempt(attempt_id));
CREATE POLICY reads_marks ON practice_ratings FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND sees_attempt_marks(attempt_id));
-- Leads set references alone: another's is seen once one's own is in.
CREATE POLICY reads_after_own ON practice_proposals FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND EXISTS (SELECT FROM practice_proposers p
    WHERE p.organization_id = practice_proposals.organization_id AND p.answer_id = practice_proposals.answer_id
      AND p.member_id = (SELECT app_member())));
CREATE POLICY adds_own ON practice_proposals FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND member_id = (SELECT app_member()) AND (SELECT app_leads()));
CREATE POLICY reads_in_round ON practice_round_notes FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND EXISTS (SELECT FROM practice_rounds r
    WHERE r.organization_id = practice_round_notes.organization_id AND r.id = practice_round_notes.round_id
      AND r.revealed_at IS NOT NULL));
CREATE POLICY leads_add ON practice_round_notes FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_leads()));
CREATE POLICY leads_change ON practice_round_notes FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_leads()));
