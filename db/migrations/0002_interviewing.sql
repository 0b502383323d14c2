-- What an organisation works with: rubric versions, openings, candidates, interviews and their seats.
-- The organisation id leads every key, so that no row can point across organisations.

CREATE TABLE rubric_versions (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  id uuid NOT NULL,
  number integer NOT NULL CONSTRAINT rubric_versions_number_positive CHECK (number > 0),
  state text NOT NULL CONSTRAINT rubric_versions_state_known CHECK (state IN ('draft', 'published', 'retired')),
  content jsonb NOT NULL,
  weights jsonb NOT NULL,
  fold jsonb NOT NULL,
  -- Why this version differs from the one before: every weight change carries a written reason.
  reason text NOT NULL CONSTRAINT rubric_versions_reason_written CHECK (btrim(reason) <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT rubric_versions_number_once UNIQUE (organization_id, number),
  CONSTRAINT rubric_versions_published_when CHECK ((state = 'draft') = (published_at IS NULL))
);

CREATE TABLE openings (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  id uuid NOT NULL,
  title text NOT NULL CONSTRAINT openings_title_written CHECK (btrim(title) <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  CONSTRAINT openings_title_once UNIQUE (organization_id, title)
);

CREATE TABLE candidates (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CONSTRAINT candidates_name_written CHECK (btrim(name) <> ''),
  email text CONSTRAINT candidates_email_lower CHECK (email = lower(email)),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE applications (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  opening_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  CONSTRAINT applications_once UNIQUE (organization_id, opening_id, candidate_id),
  FOREIGN KEY (organization_id, opening_id) REFERENCES openings ON DELETE CASCADE,
  FOREIGN KEY (organization_id, candidate_id) REFERENCES candidates ON DELETE CASCADE
);
CREATE INDEX applications_candidate ON applications (organization_id, candidate_id);

CREATE TABLE interviews (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  -- Everybody in one interview scores on the same wording.
  rubric_version_id uuid NOT NULL,
  scheduled_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications ON DELETE CASCADE,
  FOREIGN KEY (organization_id, rubric_version_id) REFERENCES rubric_versions ON DELETE RESTRICT
);
CREATE INDEX interviews_application ON interviews (organization_id, application_id);

CREATE TABLE seats (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  interview_id uuid NOT NULL,
  member_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  CONSTRAINT seats_once UNIQUE (organization_id, interview_id, member_id),
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews ON DELETE CASCADE,
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE RESTRICT
);
CREATE INDEX seats_member ON seats (organization_id, member_id);

CREATE TABLE imports (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Of the file, so that an administrator can tell which one it was.
  sha256 text NOT NULL,
  opening_id uuid,
  rows integer NOT NULL CONSTRAINT imports_rows_counted CHECK (rows >= 0),
  summary jsonb NOT NULL,
  imported_at timestamptz NOT NULL,
  imported_by uuid,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, opening_id) REFERENCES openings ON DELETE SET NULL (opening_id),
  FOREIGN KEY (organization_id, imported_by) REFERENCES memberships ON DELETE SET NULL (imported_by)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rubric_versions', 'openings', 'candidates', 'applications', 'interviews', 'seats', 'imports'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_organization ON %I USING (organization_id = (SELECT app_organization()))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO plumbline_app', t);
  END LOOP;
END $$;
GRANT UPDATE ON rubric_versions, candidates, interviews TO plumbline_app;

-- A published wording never changes: scorecards point at it for ever.
CREATE FUNCTION keep_published_rubric() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'draft' AND (NEW.content, NEW.weights, NEW.fold, NEW.number, NEW.reason)
      IS DISTINCT FROM (OLD.content, OLD.weights, OLD.fold, OLD.number, OLD.reason) THEN
    RAISE EXCEPTION 'rubric version % is published and cannot change', OLD.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE ON rubric_versions FOR EACH ROW EXECUTE FUNCTION keep_published_rubric();
REVOKE EXECUTE ON FUNCTION keep_published_rubric() FROM PUBLIC;
