-- Second thoughts, with a reason, beside the first independent score and never over it; and the time a form was
-- filled in by hand, for cards that were typed in afterwards.

CREATE TABLE amendments (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  author_id uuid NOT NULL,
  -- The how-manieth of its scorecard: they are read in this order.
  place integer NOT NULL CONSTRAINT amendments_place_positive CHECK (place > 0),
  change jsonb NOT NULL CONSTRAINT amendments_field_known CHECK (change ->> 'field' IN ('rating', 'recommendation')),
  reason text NOT NULL CONSTRAINT amendments_reason_given CHECK (btrim(reason) <> '' AND char_length(reason) <= 300),
  amended_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT amendments_place_once UNIQUE (organization_id, scorecard_id, place),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES submissions ON DELETE CASCADE,
  FOREIGN KEY (organization_id, author_id) REFERENCES memberships ON DELETE RESTRICT
);

-- Seen by whoever sees the scorecard; appended by its author, once it is submitted (the key to submissions says so).
CREATE POLICY reads_with_scorecard ON amendments FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND EXISTS (SELECT FROM scorecards c
    WHERE c.organization_id = amendments.organization_id AND c.id = amendments.scorecard_id));
CREATE POLICY appends_own ON amendments FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND author_id = (SELECT app_member())
    AND EXISTS (SELECT FROM scorecards c WHERE c.organization_id = amendments.organization_id
      AND c.id = amendments.scorecard_id AND c.author_id = (SELECT app_member())));
ALTER TABLE amendments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON amendments TO plumbline_app;
CREATE TRIGGER written_once BEFORE UPDATE ON amendments FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE scorecards ADD COLUMN scored_on_paper_at timestamptz;
GRANT UPDATE (scored_on_paper_at) ON scorecards TO plumbline_app;
