-- Reading many revealed scorecards at once: an export asked the blind rule anew for each rating, note and flag.
-- The same rule, asked once a statement; one's own card is still known at a glance, before it.

ALTER POLICY reads_own_or_revealed ON scorecards
  USING (organization_id = (SELECT app_organization())
    AND (author_id = (SELECT app_member())
      OR (EXISTS (SELECT FROM submissions s WHERE s.organization_id = scorecards.organization_id AND s.scorecard_id = scorecards.id)
        AND CASE WHEN (SELECT app_may_compare())
          THEN interview_id <> ALL ((SELECT interviews_to_score())::uuid[])
          ELSE interview_id = ANY ((SELECT interviews_scored())::uuid[]) END)));
