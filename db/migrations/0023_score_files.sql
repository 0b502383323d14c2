-- Scores out of a lead's own spreadsheet, to see a panel sheet of them. Tables of their own: nothing in them is ever a
-- candidate, a member or a rating of this organisation. Gone after a day unless kept, and at once when discarded.
CREATE TABLE score_files (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  id uuid NOT NULL,
  title text NOT NULL CONSTRAINT score_files_title_written CHECK (btrim(title) <> '' AND char_length(title) <= 200),
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  bytes integer NOT NULL CONSTRAINT score_files_bytes_bounded CHECK (bytes BETWEEN 1 AND 100000000),
  parts integer NOT NULL CONSTRAINT score_files_parts_positive CHECK (parts > 0),
  -- Which column is which and on what scale, as the lead chose it; null: as the names say.
  choices jsonb,
  -- The sheet as it was computed, and for which choices.
  figures jsonb,
  figures_for text,
  kept_at timestamptz,
  -- Null once kept.
  expires_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT score_files_kept_or_expiring CHECK ((kept_at IS NULL) = (expires_at IS NOT NULL)),
  CONSTRAINT score_files_figures_named CHECK ((figures IS NULL) = (figures_for IS NULL)),
  FOREIGN KEY (organization_id, uploaded_by) REFERENCES memberships ON DELETE RESTRICT
);
CREATE TABLE score_file_parts (
  organization_id uuid NOT NULL,
  file_id uuid NOT NULL,
  place integer NOT NULL CONSTRAINT score_file_parts_place_counted CHECK (place >= 0),
  content bytea NOT NULL CONSTRAINT score_file_parts_bounded CHECK (octet_length(content) BETWEEN 1 AND 2000000),
  PRIMARY KEY (organization_id, file_id, place),
  FOREIGN KEY (organization_id, file_id) REFERENCES score_files ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['score_files', 'score_file_parts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO plumbline_app', t);
  END LOOP;
END $$;
GRANT UPDATE (choices, figures, figures_for, kept_at, expires_at) ON score_files TO plumbline_app;

-- The lead who brought it, and every lead once it is kept. What has expired may be cleared away by any of them.
CREATE POLICY leads_own_or_kept ON score_files
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_leads())
    AND (uploaded_by = (SELECT app_member()) OR kept_at IS NOT NULL OR expires_at < now()))
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_leads())
    AND (uploaded_by = (SELECT app_member()) OR kept_at IS NOT NULL));
CREATE POLICY with_file ON score_file_parts
  USING (organization_id = (SELECT app_organization()) AND EXISTS (SELECT FROM score_files f
    WHERE f.organization_id = score_file_parts.organization_id AND f.id = score_file_parts.file_id));
