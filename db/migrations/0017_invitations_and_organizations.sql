-- An invitation is sent by mail where the server sends any, and ends: nobody takes up one that was forgotten years ago.
ALTER TABLE memberships
  -- Until when an open invitation may be taken up; null for those who need none.
  ADD COLUMN invited_until timestamptz,
  -- When its mail was handed over; null while it waits.
  ADD COLUMN invitation_mailed_at timestamptz;
ALTER TABLE memberships NO FORCE ROW LEVEL SECURITY;
-- Those that are open today run from today; whoever sent them has told the person already.
UPDATE memberships SET invited_until = now() + interval '14 days', invitation_mailed_at = now()
  WHERE user_id IS NULL AND email IS NOT NULL AND deactivated_at IS NULL;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;

-- Wakes whoever sends mail. Nothing is told to open pages by it: there is no row in live_events.
CREATE FUNCTION tell_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('plumbline_changes', NEW.organization_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_invitation AFTER INSERT ON audit_events FOR EACH ROW
  WHEN (NEW.action = 'member.invite') EXECUTE FUNCTION tell_invitation();
REVOKE EXECUTE ON FUNCTION tell_invitation() FROM PUBLIC;
