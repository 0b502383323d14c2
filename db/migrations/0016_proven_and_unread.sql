-- An address stands on a user only when it was proved. Before, what a provider merely named was kept as well: it could
-- take up somebody else's invitation later, or keep them out. Addresses that an account brought and that no membership
-- of the same person carries are let go; whose they are proves them again at the next sign-in.
ALTER TABLE users NO FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE memberships NO FORCE ROW LEVEL SECURITY;
UPDATE users u SET email = NULL
  WHERE u.email_verified IS NULL AND u.email IS NOT NULL
    AND EXISTS (SELECT FROM accounts a WHERE a.user_id = u.id)
    AND NOT EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id AND m.email = u.email);
ALTER TABLE users FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;

-- Why a debrief was opened early is free text by somebody who has read the marks: it may speak of them. It is told to
-- whom sees the interview, which an open seat does not; that the room was opened, and by whom, everybody in it hears.
CREATE TABLE debrief_reasons (
  organization_id uuid NOT NULL,
  interview_id uuid NOT NULL,
  reason text NOT NULL CONSTRAINT debrief_reasons_written CHECK (btrim(reason) <> '' AND char_length(reason) <= 300),
  PRIMARY KEY (organization_id, interview_id),
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews ON DELETE CASCADE
);
ALTER TABLE debrief_reasons ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY reads_seeing ON debrief_reasons FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND sees_interview(interview_id));
CREATE POLICY appends_seeing ON debrief_reasons FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND app_may_compare() AND sees_interview(interview_id));
GRANT SELECT, INSERT ON debrief_reasons TO plumbline_app;
CREATE TRIGGER written_once BEFORE UPDATE ON debrief_reasons FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The old column stays for the version before this one, which may still serve; what it writes there is moved at once.
ALTER TABLE debrief_steps DROP CONSTRAINT debrief_steps_early_reason;
CREATE FUNCTION move_debrief_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reason IS NOT NULL THEN
    INSERT INTO debrief_reasons (organization_id, interview_id, reason)
      VALUES (NEW.organization_id, NEW.interview_id, NEW.reason) ON CONFLICT DO NOTHING;
    NEW.reason := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER move_reason BEFORE INSERT ON debrief_steps FOR EACH ROW EXECUTE FUNCTION move_debrief_reason();
REVOKE EXECUTE ON FUNCTION move_debrief_reason() FROM PUBLIC;
ALTER TABLE debrief_steps NO FORCE ROW LEVEL SECURITY;
ALTER TABLE debrief_reasons NO FORCE ROW LEVEL SECURITY;
ALTER TABLE debrief_steps DISABLE TRIGGER written_once;
INSERT INTO debrief_reasons (organization_id, interview_id, reason)
  SELECT organization_id, interview_id, reason FROM debrief_steps WHERE reason IS NOT NULL;
UPDATE debrief_steps SET reason = NULL WHERE reason IS NOT NULL;
ALTER TABLE debrief_steps ENABLE TRIGGER written_once;
ALTER TABLE debrief_steps FORCE ROW LEVEL SECURITY;
ALTER TABLE debrief_reasons FORCE ROW LEVEL SECURITY;
ALTER TABLE debrief_steps ADD CONSTRAINT debrief_steps_reason_elsewhere CHECK (reason IS NULL);

-- An erasure (0018) takes these words with the rest: it changes the candidate's row, as the owner, and says so.
CREATE POLICY erased_by_owner ON debrief_reasons TO CURRENT_USER
  USING (organization_id = (SELECT app_organization()));
CREATE FUNCTION erase_debrief_reasons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM debrief_reasons r USING interviews i, applications a
    WHERE r.organization_id = NEW.organization_id AND i.organization_id = NEW.organization_id AND i.id = r.interview_id
      AND a.organization_id = NEW.organization_id AND a.id = i.application_id AND a.candidate_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER erase_debrief_reasons BEFORE UPDATE ON candidates FOR EACH ROW
  WHEN (current_setting('app.erasing', true) = 'on') EXECUTE FUNCTION erase_debrief_reasons();
REVOKE EXECUTE ON FUNCTION erase_debrief_reasons() FROM PUBLIC;

-- Until when somebody could read what others made of candidates. Losing the role does not make them forget: a seat in
-- an interview that had a submission by then is refused, as it is to whom may read it now.
ALTER TABLE memberships ADD COLUMN compared_until timestamptz;
CREATE FUNCTION keep_compared_until() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.roles && ARRAY['recruiter', 'lead'] AND NOT NEW.roles && ARRAY['recruiter', 'lead'] THEN
    NEW.compared_until := clock_timestamp();
  ELSE
    NEW.compared_until := OLD.compared_until;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER compared_until BEFORE UPDATE ON memberships FOR EACH ROW EXECUTE FUNCTION keep_compared_until();
REVOKE EXECUTE ON FUNCTION keep_compared_until() FROM PUBLIC;

CREATE OR REPLACE FUNCTION refuse_seat_after_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.source = 'live' AND EXISTS (
      SELECT FROM memberships m JOIN submissions s ON s.organization_id = m.organization_id
        WHERE m.organization_id = NEW.organization_id AND m.id = NEW.author_id AND s.interview_id = NEW.interview_id
          AND (m.roles && ARRAY['recruiter', 'lead'] OR s.submitted_at <= m.compared_until)) THEN
    RAISE EXCEPTION 'a seat after reading' USING ERRCODE = 'check_violation', CONSTRAINT = 'scorecards_before_reading';
  END IF;
  RETURN NEW;
END $$;
