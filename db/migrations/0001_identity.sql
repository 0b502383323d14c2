-- Who a person is, apart from any organisation. Identity is (issuer, subject), never an e-mail address.
-- Session tokens are stored as hashes only: a copy of this table signs nobody in.

DO $$
BEGIN
  -- Two roles, made once a server: the one every transaction runs as, and the one the app signs in as.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plumbline_app') THEN
    CREATE ROLE plumbline_app NOLOGIN NOINHERIT;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plumbline_login') THEN
    CREATE ROLE plumbline_login LOGIN NOINHERIT;
  END IF;
  GRANT plumbline_app TO plumbline_login;
  -- The owner may step down to the runtime role: commands write as the app does.
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT plumbline_app TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA public TO plumbline_app, plumbline_login;

CREATE TABLE organizations (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT organizations_name_written CHECK (btrim(name) <> ''),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE users (
  id uuid PRIMARY KEY,
  name text,
  email text,
  email_verified timestamptz,
  image text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT users_email_lower CHECK (email = lower(email)),
  CONSTRAINT users_email_once UNIQUE (email)
);

CREATE TABLE accounts (
  issuer text NOT NULL,
  subject text NOT NULL,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  type text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX accounts_user ON accounts (user_id);

CREATE TABLE sessions (
  token_hash text PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  -- The organisation this session works in; null means the person's first.
  organization_id uuid REFERENCES organizations ON DELETE CASCADE,
  expires timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sessions_user ON sessions (user_id);

CREATE TABLE verification_tokens (
  identifier text NOT NULL,
  token text NOT NULL,
  expires timestamptz NOT NULL,
  PRIMARY KEY (identifier, token)
);

CREATE TABLE memberships (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Null until the person signs in; for ever null for interviewers known only from an imported file.
  user_id uuid REFERENCES users ON DELETE SET NULL,
  name text NOT NULL CONSTRAINT memberships_name_written CHECK (btrim(name) <> ''),
  email text,
  roles text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  deactivated_at timestamptz,
  last_seen_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT memberships_user_once UNIQUE (organization_id, user_id),
  CONSTRAINT memberships_email_once UNIQUE (organization_id, email),
  CONSTRAINT memberships_email_lower CHECK (email = lower(email)),
  CONSTRAINT memberships_roles_known CHECK (
    cardinality(roles) > 0 AND roles <@ ARRAY['interviewer', 'recruiter', 'lead', 'admin']
  )
);
CREATE INDEX memberships_user ON memberships (user_id);
CREATE INDEX memberships_email ON memberships (email);

-- The context of a transaction. Set once at its start, gone at its end.
CREATE FUNCTION app_organization() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.organization_id', true), '')::uuid;
CREATE FUNCTION app_member() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.member_id', true), '')::uuid;
CREATE FUNCTION app_may_compare() RETURNS boolean LANGUAGE sql STABLE
  RETURN coalesce(nullif(current_setting('app.may_compare', true), '')::boolean, false);
CREATE FUNCTION app_is_identity() RETURNS boolean LANGUAGE sql STABLE
  RETURN coalesce(current_setting('app.scope', true), '') = 'identity';

ALTER TABLE organizations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE users ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE verification_tokens ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_organization ON organizations
  USING (id = (SELECT app_organization()) OR (SELECT app_is_identity()));
CREATE POLICY identity_only ON accounts USING ((SELECT app_is_identity()));
CREATE POLICY identity_only ON sessions USING ((SELECT app_is_identity()));
CREATE POLICY identity_only ON verification_tokens USING ((SELECT app_is_identity()));
CREATE POLICY identity_only ON users USING ((SELECT app_is_identity()));
CREATE POLICY own_organization ON memberships
  USING (organization_id = (SELECT app_organization()) OR (SELECT app_is_identity()));

GRANT SELECT ON organizations TO plumbline_app;
GRANT INSERT ON organizations TO plumbline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON users, accounts, sessions, verification_tokens TO plumbline_app;
GRANT SELECT, INSERT, UPDATE ON memberships TO plumbline_app;

-- Steps down to the runtime role and clears the context: the first statement of every transaction.
CREATE FUNCTION open_scope(scope text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('role', 'plumbline_app', true), set_config('app.scope', scope, true),
    set_config('app.organization_id', '', true), set_config('app.member_id', '', true),
    set_config('app.may_compare', '', true);
END $$;

-- Work inside one organisation, as one of its members or (null) as the system itself.
CREATE FUNCTION open_organization(organization uuid, member uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM open_scope('organization');
  PERFORM set_config('app.organization_id', organization::text, true),
    set_config('app.member_id', coalesce(member::text, ''), true);
  PERFORM set_config('app.may_compare', (
    SELECT m.roles && ARRAY['recruiter', 'lead'] FROM memberships m
    WHERE m.organization_id = organization AND m.id = member)::text, true);
END $$;

-- Session user and live membership, read in the data's own transaction: a revoked session or role ends at once.
CREATE FUNCTION open_session(session_token_hash text)
RETURNS TABLE (user_id uuid, organization_id uuid, organization_name text, member_id uuid, member_name text, roles text[])
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  session_row record;
BEGIN
  PERFORM open_scope('identity');
  SELECT s.user_id AS person, s.last_seen_at, o.id AS organization, o.name AS organization_name,
      m.id AS member, m.name AS member_name, m.roles INTO session_row
    FROM sessions s
    LEFT JOIN memberships m ON m.user_id = s.user_id AND m.deactivated_at IS NULL
      AND (s.organization_id IS NULL OR m.organization_id = s.organization_id)
    LEFT JOIN organizations o ON o.id = m.organization_id
    WHERE s.token_hash = session_token_hash AND s.expires > now()
    ORDER BY m.created_at, m.id LIMIT 1;
  IF NOT FOUND THEN RETURN; END IF;
  -- Coarse on purpose: a busy interviewer must not rewrite this row with every key press.
  IF session_row.last_seen_at < now() - interval '5 minutes' THEN
    UPDATE sessions s SET last_seen_at = now() WHERE s.token_hash = session_token_hash;
    UPDATE memberships m SET last_seen_at = now()
      WHERE m.organization_id = session_row.organization AND m.id = session_row.member;
  END IF;
  PERFORM set_config('app.scope', 'organization', true),
    set_config('app.organization_id', coalesce(session_row.organization::text, ''), true),
    set_config('app.member_id', coalesce(session_row.member::text, ''), true),
    set_config('app.may_compare', coalesce((session_row.roles && ARRAY['recruiter', 'lead'])::text, ''), true);
  RETURN QUERY SELECT session_row.person, session_row.organization, session_row.organization_name, session_row.member,
    session_row.member_name, session_row.roles;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO plumbline_app, plumbline_login;
