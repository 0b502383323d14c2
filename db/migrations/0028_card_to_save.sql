-- What a save has to know, in one call, so that it travels with the look at the session: one way to the database less
-- for every key press. The statements are those the app sent one by one before; plpgsql keeps their plans.
CREATE FUNCTION card_to_save(scorecard uuid, op_ids uuid[], client_ids uuid[], fields text[])
RETURNS TABLE (interview_id uuid, rubric_version_id uuid, revision integer, submitted_at timestamptz,
  known jsonb, newest jsonb, heads jsonb)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  card record;
BEGIN
  SELECT c.interview_id, c.rubric_version_id, c.revision INTO card FROM scorecards c
    WHERE c.organization_id = app_organization() AND c.id = scorecard AND c.author_id = app_member() FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  -- A statement of its own: it sees what whoever held the lock before has written.
  RETURN QUERY SELECT card.interview_id, card.rubric_version_id, card.revision,
    (SELECT s.submitted_at FROM submissions s
      WHERE s.organization_id = app_organization() AND s.scorecard_id = scorecard),
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'opId', o.op_id, 'scorecardId', o.scorecard_id, 'revision', o.revision, 'change', o.change)), '[]')
      FROM operations o WHERE o.organization_id = app_organization() AND o.op_id = ANY (op_ids)),
    (SELECT coalesce(jsonb_agg(n), '[]') FROM (
      SELECT o.client_id AS "clientId", o.field, max(o.client_seq) AS seq FROM operations o
      WHERE o.organization_id = app_organization() AND o.scorecard_id = scorecard
        AND o.client_id = ANY (client_ids) AND o.field = ANY (fields)
      GROUP BY o.client_id, o.field) n),
    (SELECT coalesce(jsonb_agg(h), '[]') FROM (
      SELECT DISTINCT ON (o.field) o.field, o.client_id AS "clientId", o.revision,
        coalesce(o.made_at, o.received_at) AS "madeAt" FROM operations o
      WHERE o.organization_id = app_organization() AND o.scorecard_id = scorecard
        AND o.field = ANY (fields) AND NOT o.overtaken
      ORDER BY o.field, o.revision DESC) h);
END $$;
REVOKE EXECUTE ON FUNCTION card_to_save(uuid, uuid[], uuid[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION card_to_save(uuid, uuid[], uuid[], text[]) TO plumbline_app;
