-- A directory (Okta, Entra) keeps members and groups by SCIM, with a token of its own kind. What it says of a member
-- stands beside the membership: who signs in as that member is its issuer and external id, never an e-mail address.
ALTER TABLE api_tokens DROP CONSTRAINT api_tokens_scope_known,
  ADD CONSTRAINT api_tokens_scope_known CHECK (scope IN ('read', 'write', 'provisioning'));

CREATE TABLE directory_members (
  organization_id uuid NOT NULL,
  member_id uuid NOT NULL,
  -- Null once the directory has deleted them: by their external id the same person comes back as the same member.
  user_name text CONSTRAINT directory_members_user_name_written CHECK (btrim(user_name) <> ''),
  external_id text CONSTRAINT directory_members_external_id_written CHECK (btrim(external_id) <> ''),
  -- Whose subject the external id is; null where nobody signs in by it.
  issuer text,
  given_name text,
  family_name text,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, member_id),
  CONSTRAINT directory_members_external_id_once UNIQUE (organization_id, external_id),
  CONSTRAINT directory_members_issuer_of_id CHECK (issuer IS NULL OR external_id IS NOT NULL),
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE CASCADE
);
CREATE UNIQUE INDEX directory_members_user_name_once ON directory_members (organization_id, lower(user_name));
-- At sign-in, before any organisation is known.
CREATE INDEX directory_members_identity ON directory_members (issuer, external_id);

CREATE TABLE directory_groups (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  id uuid NOT NULL,
  display_name text NOT NULL CONSTRAINT directory_groups_name_written CHECK (btrim(display_name) <> ''),
  external_id text,
  -- What an administrator here says the group means; null: nothing, and its members have the least role.
  role text CONSTRAINT directory_groups_role_known CHECK (role IN ('interviewer', 'recruiter', 'lead', 'admin')),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT directory_groups_external_id_once UNIQUE (organization_id, external_id)
);
CREATE UNIQUE INDEX directory_groups_name_once ON directory_groups (organization_id, lower(display_name));

CREATE TABLE directory_group_members (
  organization_id uuid NOT NULL,
  group_id uuid NOT NULL,
  member_id uuid NOT NULL,
  PRIMARY KEY (organization_id, group_id, member_id),
  FOREIGN KEY (organization_id, group_id) REFERENCES directory_groups ON DELETE CASCADE,
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE CASCADE
);
CREATE INDEX directory_group_members_member ON directory_group_members (organization_id, member_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['directory_members', 'directory_groups', 'directory_group_members'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
-- Signing in asks across organisations whose external id this is.
CREATE POLICY own_organization ON directory_members
  USING (organization_id = (SELECT app_organization()) OR (SELECT app_is_identity()));
CREATE POLICY own_organization ON directory_groups USING (organization_id = (SELECT app_organization()));
CREATE POLICY own_organization ON directory_group_members USING (organization_id = (SELECT app_organization()));
GRANT SELECT, INSERT, UPDATE ON directory_members TO plumbline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON directory_groups TO plumbline_app;
GRANT SELECT, INSERT, DELETE ON directory_group_members TO plumbline_app;
