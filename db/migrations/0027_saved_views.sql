-- Ways of looking at the list under a name. They belong to a person, not to a browser: they are there on the other desk,
-- and whoever shares a browser does not see them.
CREATE TABLE saved_views (
  organization_id uuid NOT NULL,
  member_id uuid NOT NULL,
  name text NOT NULL CONSTRAINT saved_views_name_length CHECK (length(name) BETWEEN 1 AND 40),
  -- The query of the list's address: how to look, never at whom.
  query text NOT NULL CONSTRAINT saved_views_query_length CHECK (length(query) <= 400),
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, member_id, name),
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE CASCADE
);
ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_views ON saved_views
  USING (organization_id = (SELECT app_organization()) AND member_id = (SELECT app_member()));
GRANT SELECT, INSERT, UPDATE (query, saved_at), DELETE ON saved_views TO plumbline_app;
