-- Lists and comparisons of thousands of candidates: what they read in sets, kept by the records themselves.
-- interview_progress says who is done, never what they said. submitted_marks holds each submitted scorecard's marks in
-- one row: integer counts per level are counted from it, and it follows every submission, change and removal.
-- It takes the place of level_counts, whose counters had to be remembered by every verb.

CREATE TABLE interview_progress (
  organization_id uuid NOT NULL,
  interview_id uuid NOT NULL,
  opening_id uuid NOT NULL,
  application_id uuid NOT NULL,
  scheduled_at timestamptz NOT NULL,
  seats integer NOT NULL DEFAULT 0,
  submitted integer NOT NULL DEFAULT 0,
  last_submitted_at timestamptz,
  PRIMARY KEY (organization_id, interview_id),
  CONSTRAINT interview_progress_counted CHECK (seats >= 0 AND submitted >= 0),
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews ON DELETE CASCADE
);
CREATE INDEX interview_progress_opening ON interview_progress (organization_id, opening_id, scheduled_at);
CREATE INDEX interview_progress_application ON interview_progress (organization_id, application_id);

CREATE TABLE submitted_marks (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  interview_id uuid NOT NULL,
  application_id uuid NOT NULL,
  opening_id uuid NOT NULL,
  member_id uuid NOT NULL,
  rubric_version_id uuid NOT NULL,
  submitted_at timestamptz NOT NULL,
  -- In rubric order: ownership, noticing, consequence, fix, calibration. Null is "not rated" (imports only).
  marks text[] NOT NULL CONSTRAINT submitted_marks_known
    CHECK (cardinality(marks) = 5
      AND array_remove(marks, NULL) <@ ARRAY['1', '2', '3', '4', '5', '-2', '-1', '0', 'not-observed']),
  traps text[] NOT NULL,
  PRIMARY KEY (organization_id, scorecard_id),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards ON DELETE CASCADE
);
CREATE INDEX submitted_marks_opening ON submitted_marks (organization_id, opening_id, application_id);
CREATE INDEX submitted_marks_application ON submitted_marks (organization_id, application_id);

CREATE TABLE opening_counts (
  organization_id uuid NOT NULL,
  opening_id uuid NOT NULL,
  candidates integer NOT NULL DEFAULT 0 CONSTRAINT opening_counts_not_negative CHECK (candidates >= 0),
  -- Moves with every change of a submitted scorecard: what was computed for another version is out of date.
  version bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, opening_id),
  FOREIGN KEY (organization_id, opening_id) REFERENCES openings ON DELETE CASCADE
);

CREATE TABLE nudges (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  seat_id uuid NOT NULL,
  nudged_by uuid NOT NULL,
  nudged_at timestamptz NOT NULL,
  -- When a mail about it was handed over; null where the server sends none.
  mailed_at timestamptz,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, seat_id) REFERENCES seats ON DELETE CASCADE,
  FOREIGN KEY (organization_id, nudged_by) REFERENCES memberships ON DELETE RESTRICT
);
CREATE INDEX nudges_seat ON nudges (organization_id, seat_id, nudged_at);

-- What open pages are told: that something changed and where, never what. One row for an audited deed at most, under
-- the deed's own number, so that the order is that of the commits and a reader who has one number has all before it.
CREATE TABLE live_events (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  seq bigint NOT NULL,
  opening_id uuid,
  application_id uuid,
  interview_id uuid,
  -- The one interviewer who was reminded; null when it is for everybody who may see it.
  nudged_member_id uuid,
  -- Tells nothing but completion: somebody who is still to score there may know it.
  completion boolean NOT NULL,
  PRIMARY KEY (organization_id, seq)
);

-- The blind rule for a whole statement at once: asked once, not once a row. The same rule as sees_interview().
-- plpgsql keeps their plans for the whole connection.
CREATE FUNCTION interviews_to_score() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(SELECT t.interview_id FROM seats t
    WHERE t.organization_id = app_organization() AND t.member_id = app_member() AND NOT EXISTS (
      SELECT FROM submissions s WHERE s.organization_id = t.organization_id AND s.interview_id = t.interview_id
        AND s.member_id = t.member_id));
END $$;
CREATE FUNCTION interviews_scored() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(SELECT s.interview_id FROM submissions s
    WHERE s.organization_id = app_organization() AND s.member_id = app_member());
END $$;
CREATE FUNCTION interviews_seated() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(SELECT t.interview_id FROM seats t
    WHERE t.organization_id = app_organization() AND t.member_id = app_member());
END $$;
CREATE INDEX submissions_member ON submissions (organization_id, member_id);

CREATE POLICY own_organization ON interview_progress FOR SELECT USING (organization_id = (SELECT app_organization()));
CREATE POLICY own_organization ON opening_counts FOR SELECT USING (organization_id = (SELECT app_organization()));
CREATE POLICY own_organization ON nudges USING (organization_id = (SELECT app_organization()));
CREATE POLICY reads_revealed ON submitted_marks FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND CASE WHEN (SELECT app_may_compare())
    THEN interview_id <> ALL ((SELECT interviews_to_score())::uuid[])
    ELSE interview_id = ANY ((SELECT interviews_scored())::uuid[]) END);
-- Those who compare, and those who have a seat there; beyond completion only for those who are done there.
CREATE POLICY reads_own_changes ON live_events FOR SELECT
  USING (organization_id = (SELECT app_organization())
    AND ((SELECT app_may_compare()) OR interview_id = ANY ((SELECT interviews_seated())::uuid[]))
    AND (completion OR interview_id IS NULL OR interview_id <> ALL ((SELECT interviews_to_score())::uuid[])));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['interview_progress', 'submitted_marks', 'opening_counts', 'live_events', 'nudges'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO plumbline_app', t);
    -- Only the functions below write here; they run as the owner, whom forced row-level security binds as well.
    EXECUTE format('CREATE POLICY kept_by_owner ON %I TO CURRENT_USER
      USING (organization_id = (SELECT app_organization()))', t);
  END LOOP;
END $$;
GRANT INSERT, UPDATE (mailed_at) ON nudges TO plumbline_app;

-- Brings one organisation's rows of submitted_marks in line with what these scorecards say now.
CREATE FUNCTION restate_scorecards(organization uuid, cards uuid[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  touched uuid[];
BEGIN
  WITH gone AS (
    DELETE FROM submitted_marks m WHERE m.organization_id = organization AND m.scorecard_id = ANY (cards)
      AND NOT EXISTS (SELECT FROM submissions s WHERE s.organization_id = organization AND s.scorecard_id = m.scorecard_id)
    RETURNING m.opening_id),
  stated AS (
    INSERT INTO submitted_marks AS m
    SELECT s.organization_id, s.scorecard_id, s.interview_id, a.id, a.opening_id, s.member_id, c.rubric_version_id,
      s.submitted_at, marks_of(organization, s.scorecard_id),
      ARRAY(SELECT f.trap FROM trap_flags f
        WHERE f.organization_id = organization AND f.scorecard_id = s.scorecard_id ORDER BY f.trap)
    FROM submissions s
    JOIN scorecards c ON c.organization_id = organization AND c.id = s.scorecard_id
    JOIN interviews i ON i.organization_id = organization AND i.id = s.interview_id
    JOIN applications a ON a.organization_id = organization AND a.id = i.application_id
    WHERE s.organization_id = organization AND s.scorecard_id = ANY (cards)
    ON CONFLICT (organization_id, scorecard_id) DO UPDATE SET marks = excluded.marks, traps = excluded.traps
    RETURNING m.opening_id)
  SELECT array_agg(DISTINCT opening_id) INTO touched FROM (SELECT * FROM gone UNION ALL SELECT * FROM stated) o;
  UPDATE opening_counts o SET version = o.version + 1
    WHERE o.organization_id = organization AND o.opening_id = ANY (touched);
END $$;

CREATE FUNCTION marks_of(organization uuid, card uuid) RETURNS text[] LANGUAGE sql STABLE
  RETURN ARRAY(SELECT CASE WHEN r.dimension IS NOT NULL THEN coalesce(r.mark::text, 'not-observed') END
    FROM unnest(ARRAY['ownership', 'noticing', 'consequence', 'fix', 'calibration']) WITH ORDINALITY d(dimension, place)
    LEFT JOIN ratings r ON r.organization_id = organization AND r.scorecard_id = card AND r.dimension = d.dimension
    ORDER BY d.place);

-- Counts anew under the row's lock: of two who submit at once, the second counts the first.
CREATE FUNCTION recount_interviews(organization uuid, those uuid[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM interview_progress p WHERE p.organization_id = organization AND p.interview_id = ANY (those)
    ORDER BY p.interview_id FOR UPDATE;
  UPDATE interview_progress p SET
    seats = (SELECT count(*) FROM seats t WHERE t.organization_id = organization AND t.interview_id = p.interview_id),
    submitted = coalesce(done.count, 0), last_submitted_at = done.last
    FROM unnest(those) w(id)
    LEFT JOIN LATERAL (SELECT count(*)::int, max(s.submitted_at) AS last FROM submissions s
      WHERE s.organization_id = organization AND s.interview_id = w.id) done ON true
    WHERE p.organization_id = organization AND p.interview_id = w.id;
END $$;

CREATE FUNCTION follow_submissions() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM recount_interviews(organization_id, array_agg(DISTINCT interview_id)),
    restate_scorecards(organization_id, array_agg(scorecard_id)) FROM touched GROUP BY organization_id;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_insert AFTER INSERT ON submissions REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_submissions();
CREATE TRIGGER follow_delete AFTER DELETE ON submissions REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_submissions();

-- A draft's ratings and flags concern nobody; those of a submitted scorecard are restated.
CREATE FUNCTION follow_content() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM restate_scorecards(t.organization_id, array_agg(DISTINCT t.scorecard_id))
    FROM touched t JOIN submissions s ON s.organization_id = t.organization_id AND s.scorecard_id = t.scorecard_id
    GROUP BY t.organization_id;
  RETURN NULL;
END $$;

CREATE FUNCTION follow_seats() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM recount_interviews(organization_id, array_agg(DISTINCT interview_id)) FROM touched GROUP BY organization_id;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_insert AFTER INSERT ON seats REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_seats();
CREATE TRIGGER follow_delete AFTER DELETE ON seats REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_seats();

CREATE FUNCTION follow_interviews() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO interview_progress (organization_id, interview_id, opening_id, application_id, scheduled_at)
    SELECT t.organization_id, t.id, a.opening_id, a.id, t.scheduled_at
    FROM touched t JOIN applications a ON a.organization_id = t.organization_id AND a.id = t.application_id
    ON CONFLICT (organization_id, interview_id) DO UPDATE SET
      opening_id = excluded.opening_id, application_id = excluded.application_id, scheduled_at = excluded.scheduled_at;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_insert AFTER INSERT ON interviews REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_interviews();
CREATE TRIGGER follow_update AFTER UPDATE ON interviews REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_interviews();

CREATE FUNCTION follow_openings() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO opening_counts (organization_id, opening_id) SELECT organization_id, id FROM touched;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_insert AFTER INSERT ON openings REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_openings();

CREATE FUNCTION follow_applications() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE opening_counts o SET candidates = o.candidates + t.count * CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
    FROM (SELECT organization_id, opening_id, count(*)::int FROM touched GROUP BY 1, 2 ORDER BY 1, 2) t
    WHERE o.organization_id = t.organization_id AND o.opening_id = t.opening_id;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_insert AFTER INSERT ON applications REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_applications();
CREATE TRIGGER follow_delete AFTER DELETE ON applications REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION follow_applications();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ratings', 'trap_flags'] LOOP
    EXECUTE format('CREATE TRIGGER follow_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS touched
      FOR EACH STATEMENT EXECUTE FUNCTION follow_content()', t);
    EXECUTE format('CREATE TRIGGER follow_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS touched
      FOR EACH STATEMENT EXECUTE FUNCTION follow_content()', t);
    EXECUTE format('CREATE TRIGGER follow_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS touched
      FOR EACH STATEMENT EXECUTE FUNCTION follow_content()', t);
  END LOOP;
END $$;

-- An id out of a deed's detail, or null: a deed is never undone because of what it says about itself.
CREATE FUNCTION id_in(detail jsonb, key text) RETURNS uuid LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN detail ->> key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (detail ->> key)::uuid END;

/*
 * An audited deed becomes a live event when it is about an interview, an application, an opening or an import: by its
 * subject, or by interviewId, applicationId or openingId in its detail. Reading and exporting change nothing.
 */
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  event live_events;
BEGIN
  IF NEW.action LIKE 'export.%' THEN RETURN NULL; END IF;
  event.organization_id := NEW.organization_id;
  event.seq := NEW.seq;
  event.completion := NEW.action IN
    ('scorecard.submit', 'interview.create', 'opening.create', 'import.run', 'seat.nudge');
  event.interview_id := coalesce(id_in(NEW.detail, 'interviewId'), CASE NEW.subject_kind
    WHEN 'interview' THEN NEW.subject_id
    WHEN 'scorecard' THEN (SELECT c.interview_id FROM scorecards c
      WHERE c.organization_id = NEW.organization_id AND c.id = NEW.subject_id)
    WHEN 'seat' THEN (SELECT t.interview_id FROM seats t
      WHERE t.organization_id = NEW.organization_id AND t.id = NEW.subject_id) END);
  event.application_id := coalesce(id_in(NEW.detail, 'applicationId'), CASE NEW.subject_kind
    WHEN 'application' THEN NEW.subject_id
    ELSE (SELECT i.application_id FROM interviews i
      WHERE i.organization_id = NEW.organization_id AND i.id = event.interview_id) END);
  event.opening_id := coalesce(id_in(NEW.detail, 'openingId'), CASE NEW.subject_kind
    WHEN 'opening' THEN NEW.subject_id
    WHEN 'import' THEN (SELECT i.opening_id FROM imports i
      WHERE i.organization_id = NEW.organization_id AND i.id = NEW.subject_id)
    ELSE (SELECT a.opening_id FROM applications a
      WHERE a.organization_id = NEW.organization_id AND a.id = event.application_id) END);
  IF coalesce(event.interview_id, event.application_id, event.opening_id) IS NULL AND NEW.subject_kind <> 'import'
  THEN RETURN NULL; END IF;
  IF NEW.action = 'seat.nudge' THEN
    SELECT t.member_id INTO event.nudged_member_id FROM seats t
      WHERE t.organization_id = NEW.organization_id AND t.id = NEW.subject_id;
  END IF;
  INSERT INTO live_events VALUES (event.*);
  -- Kept for those who come back after a lost connection; whoever was away longer asks for everything again.
  DELETE FROM live_events e WHERE e.organization_id = NEW.organization_id AND e.seq <= NEW.seq - 10000;
  PERFORM pg_notify('plumbline_changes', NEW.organization_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_change AFTER INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION tell_change();

-- What stands already, one organisation at a time: row-level security binds an owner who is no superuser.
DO $$
DECLARE o uuid;
BEGIN
  PERFORM set_config('app.scope', 'identity', true), set_config('app.may_compare', 'true', true);
  FOR o IN SELECT DISTINCT organization_id FROM memberships LOOP
    PERFORM set_config('app.organization_id', o::text, true);
    INSERT INTO opening_counts (organization_id, opening_id, candidates)
      SELECT p.organization_id, p.id, (SELECT count(*) FROM applications a
        WHERE a.organization_id = p.organization_id AND a.opening_id = p.id)
      FROM openings p WHERE p.organization_id = o;
    INSERT INTO interview_progress (organization_id, interview_id, opening_id, application_id, scheduled_at)
      SELECT i.organization_id, i.id, a.opening_id, a.id, i.scheduled_at
      FROM interviews i JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
      WHERE i.organization_id = o;
    PERFORM recount_interviews(o, array_agg(i.id)) FROM interviews i WHERE i.organization_id = o;
    PERFORM restate_scorecards(o, array_agg(s.scorecard_id)) FROM submissions s WHERE s.organization_id = o;
  END LOOP;
  PERFORM set_config('app.scope', '', true), set_config('app.may_compare', '', true),
    set_config('app.organization_id', '', true);
END $$;

DROP TABLE level_counts;

REVOKE EXECUTE ON FUNCTION restate_scorecards(uuid, uuid[]), marks_of(uuid, uuid), recount_interviews(uuid, uuid[]),
  follow_submissions(), follow_content(), follow_seats(), follow_interviews(), follow_openings(), follow_applications(),
  id_in(jsonb, text), tell_change() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION interviews_to_score(), interviews_scored(), interviews_seated() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION interviews_to_score(), interviews_scored(), interviews_seated() TO plumbline_app;
