-- The panel's talk about one interview: who was there, when the scores were shown to all, what was decided and why.
-- Steps and decisions are appended, never changed: the transcript reads from them. First scores stay where they are.

CREATE TABLE debrief_steps (
  organization_id uuid NOT NULL,
  interview_id uuid NOT NULL,
  -- "opened-early" comes before every seat has submitted and carries its reason; "revealed" shows the board to all.
  step text NOT NULL CONSTRAINT debrief_steps_known CHECK (step IN ('opened-early', 'revealed')),
  member_id uuid NOT NULL,
  reason text,
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, interview_id, step),
  CONSTRAINT debrief_steps_early_reason CHECK (
    CASE WHEN step = 'opened-early' THEN btrim(reason) <> '' AND char_length(reason) <= 300 ELSE reason IS NULL END
  ),
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews ON DELETE CASCADE,
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE RESTRICT
);

CREATE TABLE decisions (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  interview_id uuid NOT NULL,
  -- The how-manieth of its interview: the last one stands, the earlier ones stay readable.
  place integer NOT NULL CONSTRAINT decisions_place_positive CHECK (place > 0),
  outcome text NOT NULL CONSTRAINT decisions_outcome_known CHECK (outcome IN ('go-on', 'stop', 'hear-more')),
  rationale text NOT NULL CONSTRAINT decisions_rationale_written CHECK (btrim(rationale) <> '' AND char_length(rationale) <= 4000),
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT decisions_place_once UNIQUE (organization_id, interview_id, place),
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews ON DELETE CASCADE,
  FOREIGN KEY (organization_id, decided_by) REFERENCES memberships ON DELETE RESTRICT
);

CREATE TABLE decision_members (
  organization_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  member_id uuid NOT NULL,
  PRIMARY KEY (organization_id, decision_id, member_id),
  FOREIGN KEY (organization_id, decision_id) REFERENCES decisions ON DELETE CASCADE,
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE RESTRICT
);

-- Who has the room open: touched by each look, and worth nothing a few seconds later.
CREATE TABLE debrief_arrivals (
  organization_id uuid NOT NULL,
  interview_id uuid NOT NULL,
  member_id uuid NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, interview_id, member_id),
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews ON DELETE CASCADE,
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE CASCADE
);

-- The room is for the interview's seats and for those who may compare. What is said there about marks is told to whom
-- sees the interview, which an open seat never does.
CREATE FUNCTION in_debrief(interview uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN app_may_compare() OR EXISTS (SELECT FROM seats s WHERE s.organization_id = app_organization()
    AND s.interview_id = interview AND s.member_id = app_member());

CREATE POLICY reads_in_room ON debrief_steps FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND in_debrief(interview_id));
CREATE POLICY appends_seeing ON debrief_steps FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND member_id = (SELECT app_member())
    AND app_may_compare() AND sees_interview(interview_id));
CREATE POLICY reads_seeing ON decisions FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND sees_interview(interview_id));
CREATE POLICY appends_seeing ON decisions FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND decided_by = (SELECT app_member())
    AND app_may_compare() AND sees_interview(interview_id));
CREATE POLICY with_decision ON decision_members
  USING (organization_id = (SELECT app_organization()) AND EXISTS (SELECT FROM decisions d
    WHERE d.organization_id = decision_members.organization_id AND d.id = decision_members.decision_id));
CREATE POLICY reads_in_room ON debrief_arrivals FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND in_debrief(interview_id));
CREATE POLICY own_arrival ON debrief_arrivals
  USING (organization_id = (SELECT app_organization()) AND member_id = (SELECT app_member()) AND in_debrief(interview_id));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['debrief_steps', 'decisions', 'decision_members', 'debrief_arrivals'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO plumbline_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['debrief_steps', 'decisions', 'decision_members'] LOOP
    EXECUTE format('CREATE TRIGGER written_once BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
GRANT UPDATE (seen_at) ON debrief_arrivals TO plumbline_app;

REVOKE EXECUTE ON FUNCTION in_debrief(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION in_debrief(uuid) TO plumbline_app;
