-- Independent judgement first: who could already read what others made of an interview gets no seat to score it from.
-- (Nor is a seat ever given up: the runtime role deletes none.) Ratings out of a file are marked as such and stay free.

CREATE FUNCTION refuse_seat_after_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.source = 'live'
      AND EXISTS (SELECT FROM submissions s
        WHERE s.organization_id = NEW.organization_id AND s.interview_id = NEW.interview_id)
      AND EXISTS (SELECT FROM memberships m WHERE m.organization_id = NEW.organization_id AND m.id = NEW.author_id
        AND m.roles && ARRAY['recruiter', 'lead']) THEN
    RAISE EXCEPTION 'a seat after reading' USING ERRCODE = 'check_violation', CONSTRAINT = 'scorecards_before_reading';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before_reading BEFORE INSERT ON scorecards FOR EACH ROW EXECUTE FUNCTION refuse_seat_after_reading();
REVOKE EXECUTE ON FUNCTION refuse_seat_after_reading() FROM PUBLIC;
