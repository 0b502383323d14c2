-- A person sees where they are signed in and ends any of it; a session left alone ends by itself.
-- And API tokens: kept as hashes, for one member, with an end and a scope.

ALTER TABLE sessions
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  -- "Chrome on macOS", for the list of devices; null when the browser did not say.
  ADD COLUMN device text CONSTRAINT sessions_device_bounded CHECK (char_length(device) <= 80),
  ADD COLUMN idle_limit interval NOT NULL DEFAULT interval '24 hours';
CREATE UNIQUE INDEX sessions_id ON sessions (id);

CREATE TABLE api_tokens (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  id uuid NOT NULL,
  member_id uuid NOT NULL,
  name text NOT NULL CONSTRAINT api_tokens_name_written CHECK (btrim(name) <> ''),
  token_hash text NOT NULL,
  -- The first characters, by which a person tells one from another.
  prefix text NOT NULL,
  scope text NOT NULL CONSTRAINT api_tokens_scope_known CHECK (scope IN ('read', 'write')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT api_tokens_hash_once UNIQUE (organization_id, token_hash),
  CONSTRAINT api_tokens_end_after_start CHECK (expires_at > created_at),
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE CASCADE
);
CREATE INDEX api_tokens_member ON api_tokens (organization_id, member_id);

ALTER TABLE api_tokens ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Your own; an administrator sees everybody's, without the secret, which nobody has.
CREATE POLICY own_organization ON api_tokens USING (organization_id = (SELECT app_organization()));
GRANT SELECT, INSERT ON api_tokens TO plumbline_app;
GRANT UPDATE (last_used_at, revoked_at) ON api_tokens TO plumbline_app;

-- As before, and: a session ends when it was left alone too long; its id is told, for the list of devices.
DROP FUNCTION open_session(text);
CREATE FUNCTION open_session(session_token_hash text)
RETURNS TABLE (session_id uuid, user_id uuid, organization_id uuid, organization_name text, member_id uuid, member_name text, roles text[])
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  session_row record;
BEGIN
  PERFORM open_scope('identity');
  SELECT s.id AS session, s.user_id AS person, s.last_seen_at, o.id AS organization, o.name AS organization_name,
      m.id AS member, m.name AS member_name, m.roles INTO session_row
    FROM sessions s
    LEFT JOIN memberships m ON m.user_id = s.user_id AND m.deactivated_at IS NULL
      AND (s.organization_id IS NULL OR m.organization_id = s.organization_id)
    LEFT JOIN organizations o ON o.id = m.organization_id
    WHERE s.token_hash = session_token_hash AND s.expires > now() AND s.last_seen_at + s.idle_limit > now()
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
  RETURN QUERY SELECT session_row.session, session_row.person, session_row.organization, session_row.organization_name,
    session_row.member, session_row.member_name, session_row.roles;
END $$;

-- The organisation travels in the token, so that the row policy admits the lookup; the hash decides.
CREATE FUNCTION open_token(organization uuid, token_hash text)
RETURNS TABLE (token_id uuid, scope text, organization_name text, member_id uuid, member_name text, roles text[])
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  token_row record;
BEGIN
  PERFORM open_organization(organization, NULL);
  SELECT t.id AS token, t.scope, t.last_used_at, o.name AS organization_name, m.id AS member, m.name AS member_name, m.roles
    INTO token_row
    FROM api_tokens t
    JOIN memberships m ON m.organization_id = t.organization_id AND m.id = t.member_id AND m.deactivated_at IS NULL
    JOIN organizations o ON o.id = t.organization_id
    WHERE t.organization_id = organization AND t.token_hash = open_token.token_hash
      AND t.revoked_at IS NULL AND t.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  IF token_row.last_used_at IS NULL OR token_row.last_used_at < now() - interval '5 minutes' THEN
    UPDATE api_tokens t SET last_used_at = now() WHERE t.organization_id = organization AND t.id = token_row.token;
  END IF;
  PERFORM open_organization(organization, token_row.member);
  RETURN QUERY SELECT token_row.token, token_row.scope, token_row.organization_name, token_row.member,
    token_row.member_name, token_row.roles;
END $$;

REVOKE EXECUTE ON FUNCTION open_session(text), open_token(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_session(text), open_token(uuid, text) TO plumbline_app, plumbline_login;
