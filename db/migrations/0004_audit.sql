-- Every deed leaves a row in the transaction that did it; each row's hash covers the row before.
-- No personal text: who, what kind of thing, which id. Names are looked up when read.

CREATE TABLE audit_heads (
  organization_id uuid PRIMARY KEY REFERENCES organizations ON DELETE RESTRICT,
  seq bigint NOT NULL,
  hash bytea NOT NULL
);

CREATE TABLE audit_events (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE RESTRICT,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid,
  detail jsonb NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (organization_id, seq)
);

ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON audit_heads USING (organization_id = (SELECT app_organization()));
CREATE POLICY own_organization ON audit_events USING (organization_id = (SELECT app_organization()));
GRANT SELECT ON audit_heads, audit_events TO plumbline_app;

CREATE FUNCTION audit_hash(previous bytea, organization uuid, seq bigint, at timestamptz, actor uuid, action text,
    subject_kind text, subject uuid, detail jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE
  RETURN sha256(previous || convert_to(jsonb_build_array(organization, seq, extract(epoch FROM at), actor, action,
    subject_kind, subject, detail)::text, 'UTF8'));

-- The only way to write an audit row. The head row's lock puts one organisation's deeds in order.
CREATE FUNCTION append_audit(action text, subject_kind text, subject uuid, detail jsonb, at timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  organization uuid := app_organization();
  head audit_heads;
BEGIN
  INSERT INTO audit_heads (organization_id, seq, hash) VALUES (organization, 0, '\x') ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM audit_heads h WHERE h.organization_id = organization FOR UPDATE;
  head.seq := head.seq + 1;
  head.hash := audit_hash(head.hash, organization, head.seq, at, app_member(), action, subject_kind, subject, detail);
  INSERT INTO audit_events (organization_id, seq, at, actor_id, action, subject_kind, subject_id, detail, hash)
    VALUES (organization, head.seq, at, app_member(), action, subject_kind, subject, detail, head.hash);
  UPDATE audit_heads h SET seq = head.seq, hash = head.hash WHERE h.organization_id = organization;
END $$;

-- The first row that does not follow from the one before, or null. Also finds a missing tail: the head must match.
CREATE FUNCTION audit_broken_at() RETURNS bigint LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT min(seq) FROM (
    SELECT e.seq FROM (
      SELECT a.*, lag(a.hash, 1, '\x'::bytea) OVER (ORDER BY a.seq) AS previous,
        row_number() OVER (ORDER BY a.seq) AS place
      FROM audit_events a WHERE a.organization_id = app_organization()) e
    WHERE e.place <> e.seq OR e.hash <> audit_hash(e.previous, e.organization_id, e.seq, e.at, e.actor_id, e.action,
      e.subject_kind, e.subject_id, e.detail)
    UNION ALL
    SELECT h.seq FROM audit_heads h WHERE h.organization_id = app_organization() AND NOT EXISTS (
      SELECT FROM audit_events a WHERE a.organization_id = h.organization_id AND a.seq = h.seq AND a.hash = h.hash)
  ) broken;
END;

CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once_whole BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

REVOKE EXECUTE ON FUNCTION audit_hash(bytea, uuid, bigint, timestamptz, uuid, text, text, uuid, jsonb),
  append_audit(text, text, uuid, jsonb, timestamptz), audit_broken_at() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_hash(bytea, uuid, bigint, timestamptz, uuid, text, text, uuid, jsonb),
  append_audit(text, text, uuid, jsonb, timestamptz), audit_broken_at() TO plumbline_app;
