-- An erasure reaches a lead's own files of scores: a name or an address in them gives way to a stand-in, byte by byte,
-- so that every figure stays. Who erases sees these files for the length of the erasure alone.
ALTER TABLE score_files
  -- How often words were taken out of it: what was computed from it before names another file.
  ADD COLUMN cleared integer NOT NULL DEFAULT 0;
GRANT UPDATE (title, bytes, parts, cleared) ON score_files TO plumbline_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['score_files', 'score_file_parts'] LOOP
    EXECUTE format('CREATE POLICY while_erasing ON %I
      USING (organization_id = (SELECT app_organization()) AND (SELECT app_keeps_records())
        AND current_setting(''app.erasing'', true) = ''on'')', t);
  END LOOP;
END $$;
