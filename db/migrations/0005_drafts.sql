-- Several devices, one author: when a change was made, on what, and whether it lost on arrival. And the key that a
-- browser encrypts its unsaved changes with: made here once, read by its owner alone, gone when the card is in.

ALTER TABLE operations
  -- When the author made it, by the server's clock; null for what was saved before this column.
  ADD COLUMN made_at timestamptz,
  ADD COLUMN device text CONSTRAINT operations_device_known CHECK (device IN ('phone', 'tablet', 'computer')),
  -- It is kept, but a later change of the same field, made on another device, stands.
  ADD COLUMN overtaken boolean NOT NULL DEFAULT false;

-- A save looks for the newest change of a field, whoever made it.
CREATE INDEX operations_by_field ON operations (organization_id, scorecard_id, field, revision);
DROP INDEX operations_field;

CREATE TABLE draft_keys (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  author_id uuid NOT NULL,
  -- Two random uuids: 244 bits that nobody guesses, without an extension.
  key bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
    CONSTRAINT draft_keys_key_whole CHECK (octet_length(key) = 32),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, scorecard_id),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards ON DELETE CASCADE,
  FOREIGN KEY (organization_id, author_id) REFERENCES memberships ON DELETE CASCADE
);
CREATE POLICY own_only ON draft_keys
  USING (organization_id = (SELECT app_organization()) AND author_id = (SELECT app_member()))
  WITH CHECK (organization_id = (SELECT app_organization()) AND author_id = (SELECT app_member()));
ALTER TABLE draft_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON draft_keys TO plumbline_app;
