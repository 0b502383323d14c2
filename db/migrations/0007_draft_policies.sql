-- A save paid for the reading of every other scorecard: its row check met the revealed ones first, and looked through
-- all submissions of the organisation. The same rules, cheapest first; who sees and writes what does not change.

-- One policy, because only within one is the order of the two ways kept: one's own is known at a glance.
DROP POLICY reads_own ON scorecards;
DROP POLICY reads_revealed ON scorecards;
CREATE POLICY reads_own_or_revealed ON scorecards FOR SELECT
  USING (organization_id = (SELECT app_organization())
    AND (author_id = (SELECT app_member())
      OR (EXISTS (SELECT FROM submissions s WHERE s.organization_id = scorecards.organization_id AND s.scorecard_id = scorecards.id)
        AND sees_interview(interview_id))));

-- plpgsql keeps the plan of this for the whole connection; written into a policy it is planned and opened every time.
CREATE FUNCTION writes_draft(scorecard uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM scorecards c
      WHERE c.organization_id = app_organization() AND c.id = scorecard AND c.author_id = app_member())
    AND NOT EXISTS (SELECT FROM submissions s
      WHERE s.organization_id = app_organization() AND s.scorecard_id = scorecard);
END $$;
REVOKE EXECUTE ON FUNCTION writes_draft(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION writes_draft(uuid) TO plumbline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ratings', 'evidence_notes', 'trap_flags', 'story_facts', 'beats', 'probes_asked'] LOOP
    EXECUTE format('DROP POLICY writes_own_draft ON %I', t);
    -- Reading is not named here: whoever may write a draft sees it by `reads_with_scorecard`.
    EXECUTE format('CREATE POLICY adds_to_own_draft ON %I FOR INSERT
      WITH CHECK (organization_id = (SELECT app_organization()) AND writes_draft(scorecard_id))', t);
    EXECUTE format('CREATE POLICY changes_own_draft ON %I FOR UPDATE
      USING (organization_id = (SELECT app_organization()) AND writes_draft(scorecard_id))', t);
    EXECUTE format('CREATE POLICY removes_from_own_draft ON %I FOR DELETE
      USING (organization_id = (SELECT app_organization()) AND writes_draft(scorecard_id))', t);
  END LOOP;
END $$;
