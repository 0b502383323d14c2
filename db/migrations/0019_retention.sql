-- How long candidates are kept: by country, set by the organisation, with shipped defaults (lib/domain/retention) where
-- it has said nothing. Nobody is erased by their age before an administrator has switched that on.

ALTER TABLE openings ADD COLUMN country text CONSTRAINT openings_country_known
  CHECK (country IN ('AT', 'DE', 'FR', 'GB', 'IE', 'NL', 'US', 'other'));
GRANT UPDATE (country) ON openings TO plumbline_app;
CREATE POLICY administrators_change ON openings AS RESTRICTIVE FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_keeps_records()));

CREATE TABLE retention_settings (
  organization_id uuid PRIMARY KEY REFERENCES organizations ON DELETE CASCADE,
  country text NOT NULL CONSTRAINT retention_settings_country_known
    CHECK (country IN ('AT', 'DE', 'FR', 'GB', 'IE', 'NL', 'US', 'other')),
  -- Null: what is due is listed, and nobody is erased by it.
  automatic_since timestamptz,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  FOREIGN KEY (organization_id, changed_by) REFERENCES memberships ON DELETE RESTRICT
);

-- No row: the shipped default of that country.
CREATE TABLE retention_rules (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  country text NOT NULL CONSTRAINT retention_rules_country_known
    CHECK (country IN ('AT', 'DE', 'FR', 'GB', 'IE', 'NL', 'US', 'other')),
  months integer NOT NULL CONSTRAINT retention_rules_months_sane CHECK (months BETWEEN 1 AND 84),
  PRIMARY KEY (organization_id, country)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['retention_settings', 'retention_rules'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY administrators ON %I
      USING (organization_id = (SELECT app_organization()) AND (SELECT app_keeps_records()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO plumbline_app', t);
  END LOOP;
END $$;
