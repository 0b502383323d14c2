-- A live round is never stuck: another lead may take it over, and one that nobody will reveal is called off, which gives
-- everybody their own attempt back. And a reference remembers the wording it was agreed against.
ALTER TABLE practice_rounds
  ADD COLUMN taken_over_by uuid,
  ADD CONSTRAINT practice_rounds_taken_over_by_member
    FOREIGN KEY (organization_id, taken_over_by) REFERENCES memberships ON DELETE RESTRICT;
GRANT UPDATE (taken_over_by) ON practice_rounds TO plumbline_app;

-- Closed and never revealed: called off. Nothing is revealed after the end.
ALTER TABLE practice_rounds DROP CONSTRAINT practice_rounds_in_order;
ALTER TABLE practice_rounds ADD CONSTRAINT practice_rounds_in_order CHECK (closed_at >= revealed_at);

-- As in 0013, and for the lead who took the round over.
CREATE OR REPLACE FUNCTION shares_attempt(attempt uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN EXISTS (SELECT FROM practice_attempts a WHERE a.organization_id = app_organization() AND a.id = attempt
    AND (a.member_id = app_member() OR EXISTS (SELECT FROM practice_rounds r
      WHERE r.organization_id = a.organization_id AND r.id = a.round_id AND r.revealed_at IS NOT NULL
        AND (app_member() IN (r.lead_id, r.taken_over_by) OR EXISTS (SELECT FROM practice_round_members m
          WHERE m.organization_id = r.organization_id AND m.round_id = r.id AND m.member_id = app_member())))));
-- As in 0013; an attempt of a round that was called off is its author's own, like one made alone.
CREATE OR REPLACE FUNCTION sees_attempt_marks(attempt uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN shares_attempt(attempt) OR (app_leads() AND EXISTS (SELECT FROM practice_attempts a
    WHERE a.organization_id = app_organization() AND a.id = attempt AND (a.round_id IS NULL OR EXISTS (
      SELECT FROM practice_rounds r WHERE r.organization_id = a.organization_id AND r.id = a.round_id
        AND (r.revealed_at IS NOT NULL OR r.closed_at IS NOT NULL)))));

-- Null: agreed before this was kept.
ALTER TABLE practice_references
  ADD COLUMN rubric_version_id uuid,
  ADD CONSTRAINT practice_references_wording
    FOREIGN KEY (organization_id, rubric_version_id) REFERENCES rubric_versions ON DELETE RESTRICT;
