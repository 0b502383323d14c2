-- A finding about a person is shown to that person first. When somebody has figures of their own is kept by the records
-- themselves, from the first submitted scorecard; a lead reads them after some days, or once that person shares them.

CREATE TABLE finding_rules (
  organization_id uuid PRIMARY KEY REFERENCES organizations ON DELETE CASCADE,
  -- How long they are that person's alone; null: until they are shared. Never less than a week.
  days integer CONSTRAINT finding_rules_days_a_week CHECK (days BETWEEN 7 AND 365)
);

CREATE TABLE findings (
  organization_id uuid NOT NULL,
  member_id uuid NOT NULL,
  told_at timestamptz NOT NULL,
  -- By that person's own hand; not taken back, because it may have been read.
  shared_at timestamptz,
  PRIMARY KEY (organization_id, member_id),
  CONSTRAINT findings_shared_after_told CHECK (shared_at >= told_at),
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['finding_rules', 'findings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO plumbline_app', t);
  END LOOP;
END $$;
CREATE POLICY own_organization ON finding_rules FOR SELECT USING (organization_id = (SELECT app_organization()));
CREATE POLICY leads_add ON finding_rules FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_leads()));
CREATE POLICY leads_change ON finding_rules FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_leads()));
GRANT INSERT, UPDATE (days) ON finding_rules TO plumbline_app;

CREATE POLICY reads_own_or_leads ON findings FOR SELECT
  USING (organization_id = (SELECT app_organization())
    AND (member_id = (SELECT app_member()) OR (SELECT app_leads())));
CREATE POLICY shares_own_once ON findings FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND member_id = (SELECT app_member()) AND shared_at IS NULL)
  WITH CHECK (organization_id = (SELECT app_organization()) AND member_id = (SELECT app_member()));
GRANT UPDATE (shared_at) ON findings TO plumbline_app;
-- Only the function below adds a row; it runs as the owner, whom forced row-level security binds as well.
CREATE POLICY kept_by_owner ON findings TO CURRENT_USER USING (organization_id = (SELECT app_organization()));

-- A file brings in scorecards of years ago: their authors hear of their figures when it comes in, not before.
CREATE FUNCTION follow_findings() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO findings (organization_id, member_id, told_at)
    SELECT t.organization_id, t.member_id, min(CASE c.source WHEN 'import' THEN now() ELSE t.submitted_at END)
    FROM touched t JOIN scorecards c ON c.organization_id = t.organization_id AND c.id = t.scorecard_id
    GROUP BY t.organization_id, t.member_id
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_findings AFTER INSERT ON submissions REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_findings();

/*
 * Marks of the whole organisation, for one's own figures: severity is a comparison with everybody. Who and whom are
 * numbers that mean nothing elsewhere, and interviews that the asker is still to score are left out: no figure made of
 * these says anything about them.
 */
CREATE FUNCTION marks_beside_mine() RETURNS TABLE (candidate bigint, rater bigint, mine boolean, submitted_at timestamptz,
  marks text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT dense_rank() OVER (ORDER BY m.application_id), dense_rank() OVER (ORDER BY m.member_id),
    m.member_id = app_member(), m.submitted_at, m.marks
  FROM submitted_marks m
  WHERE m.organization_id = app_organization() AND app_member() IS NOT NULL
    AND m.interview_id <> ALL ((SELECT interviews_to_score())::uuid[])
  ORDER BY m.submitted_at, m.scorecard_id
$$;
REVOKE EXECUTE ON FUNCTION follow_findings(), marks_beside_mine() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION marks_beside_mine() TO plumbline_app;

-- Who has submitted already hears of it today. One organisation at a time: the policies bind an owner who is no superuser.
DO $$
DECLARE o uuid;
BEGIN
  PERFORM set_config('app.scope', 'identity', true), set_config('app.may_compare', 'true', true);
  FOR o IN SELECT DISTINCT organization_id FROM memberships LOOP
    PERFORM set_config('app.organization_id', o::text, true);
    INSERT INTO findings (organization_id, member_id, told_at)
      SELECT DISTINCT s.organization_id, s.member_id, now() FROM submissions s WHERE s.organization_id = o;
  END LOOP;
  PERFORM set_config('app.scope', '', true), set_config('app.may_compare', '', true),
    set_config('app.organization_id', '', true);
END $$;
