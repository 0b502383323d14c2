-- A candidate's words go, everywhere and in one transaction; the marks stay, without a name, so that every figure is
-- what it was. A legal hold stops it. Who read a person's whole file scores none of its interviews afterwards.

ALTER TABLE candidates ADD COLUMN erased_at timestamptz;
ALTER TABLE candidates ADD CONSTRAINT candidates_erased_without_address CHECK (erased_at IS NULL OR email IS NULL);

-- What must be kept although somebody asks, or its time is over. No free text: a reason is one of a list.
CREATE TABLE legal_holds (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  reason text NOT NULL CONSTRAINT legal_holds_reason_known CHECK (reason IN ('dispute', 'authority', 'audit')),
  placed_by uuid NOT NULL,
  placed_at timestamptz NOT NULL,
  lifted_by uuid,
  lifted_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT legal_holds_lifted_whole CHECK ((lifted_by IS NULL) = (lifted_at IS NULL) AND lifted_at >= placed_at),
  FOREIGN KEY (organization_id, candidate_id) REFERENCES candidates ON DELETE CASCADE,
  FOREIGN KEY (organization_id, placed_by) REFERENCES memberships ON DELETE RESTRICT,
  FOREIGN KEY (organization_id, lifted_by) REFERENCES memberships ON DELETE RESTRICT
);
CREATE UNIQUE INDEX legal_holds_one_standing ON legal_holds (organization_id, candidate_id) WHERE lifted_at IS NULL;

-- Scorecards whose words are gone: their authors' devices ask for this list, and forget what they still hold.
CREATE TABLE erased_scorecards (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  author_id uuid NOT NULL,
  erased_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, scorecard_id),
  FOREIGN KEY (organization_id, author_id) REFERENCES memberships ON DELETE CASCADE
);
CREATE INDEX erased_scorecards_author ON erased_scorecards (organization_id, author_id);

-- Who had an interview's scorecards in a person's file in hand, whatever their roles are or become.
CREATE TABLE subject_reads (
  organization_id uuid NOT NULL,
  interview_id uuid NOT NULL,
  member_id uuid NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, interview_id, member_id),
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews ON DELETE CASCADE,
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE CASCADE
);

-- An administrator, as the membership stands now; or the organisation itself, which is how its daily pass acts.
CREATE FUNCTION app_keeps_records() RETURNS boolean LANGUAGE sql STABLE
  RETURN app_organization() IS NOT NULL AND (app_member() IS NULL OR EXISTS (SELECT FROM memberships m
    WHERE m.organization_id = app_organization() AND m.id = app_member() AND m.deactivated_at IS NULL
      AND 'admin' = ANY (m.roles)));
REVOKE EXECUTE ON FUNCTION app_keeps_records() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_keeps_records() TO plumbline_app;

ALTER TABLE legal_holds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE erased_scorecards ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE subject_reads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY administrators ON legal_holds
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_keeps_records()));
CREATE POLICY own_only ON erased_scorecards FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND author_id = (SELECT app_member()));
CREATE POLICY own_organization ON subject_reads FOR SELECT USING (organization_id = (SELECT app_organization()));
CREATE POLICY own_reading ON subject_reads FOR INSERT
  WITH CHECK (organization_id = (SELECT app_organization()) AND member_id = (SELECT app_member()));
GRANT SELECT, INSERT, UPDATE (lifted_by, lifted_at) ON legal_holds TO plumbline_app;
GRANT SELECT ON erased_scorecards TO plumbline_app;
GRANT SELECT, INSERT ON subject_reads TO plumbline_app;

-- A hold is lifted once, and never moved.
CREATE TRIGGER written_once BEFORE UPDATE ON legal_holds FOR EACH ROW
  WHEN (OLD.lifted_at IS NOT NULL) EXECUTE FUNCTION refuse_change();

DO $$
DECLARE t text;
BEGIN
  -- The functions below run as the owner, whom forced row-level security binds as well.
  FOREACH t IN ARRAY ARRAY['scorecards', 'operations', 'evidence_notes', 'trap_flags', 'story_facts', 'beats',
      'probes_asked', 'amendments', 'decisions', 'debrief_steps', 'debrief_arrivals', 'draft_keys',
      'erased_scorecards'] LOOP
    EXECUTE format('CREATE POLICY erased_by_owner ON %I TO CURRENT_USER
      USING (organization_id = (SELECT app_organization()))', t);
  END LOOP;
  -- Written once, but for the one deed that takes words away. (Never said of the audit chain, which holds none.)
  FOREACH t IN ARRAY ARRAY['amendments', 'decisions', 'debrief_steps'] LOOP
    EXECUTE format('DROP TRIGGER written_once ON %I', t);
    EXECUTE format('CREATE TRIGGER written_once BEFORE UPDATE ON %I FOR EACH ROW
      WHEN (current_setting(''app.erasing'', true) IS DISTINCT FROM ''on'') EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- What stands where a person's words stood.
CREATE FUNCTION erased_words() RETURNS text LANGUAGE sql IMMUTABLE RETURN 'Erased';

/*
 * Erases one candidate: name, address, notes, reasons, story facts, timer, the ledger of every change, drafts with their
 * keys, reminders. Kept: the marks, flags and recommendations of submitted scorecards, which figures count, under
 * "Erased candidate". Seats that are still to submit go with their drafts. Answers what was done, in numbers; null when
 * there is no such candidate or it was erased before.
 */
CREATE FUNCTION erase_candidate(candidate uuid, at timestamptz) RETURNS jsonb LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  organization uuid := app_organization();
  held uuid[];
  cards uuid[];
  done uuid[];
  removed jsonb := '{}';
  gone integer;
  t text;
BEGIN
  IF NOT app_keeps_records() THEN
    RAISE EXCEPTION 'erasing is for administrators' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM candidates c WHERE c.organization_id = organization AND c.id = candidate AND c.erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM legal_holds h WHERE h.organization_id = organization AND h.candidate_id = candidate
      AND h.lifted_at IS NULL) THEN
    RAISE EXCEPTION 'a legal hold stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'candidates_under_hold';
  END IF;
  SELECT coalesce(array_agg(i.id), '{}') INTO held FROM interviews i
    JOIN applications a ON a.organization_id = organization AND a.id = i.application_id
    WHERE i.organization_id = organization AND a.candidate_id = candidate;
  -- Whoever is saving or submitting just now has the card's lock: theirs comes first, then it goes like the others.
  PERFORM FROM scorecards c WHERE c.organization_id = organization AND c.interview_id = ANY (held) ORDER BY c.id FOR UPDATE;
  SELECT coalesce(array_agg(c.id), '{}') INTO cards FROM scorecards c
    WHERE c.organization_id = organization AND c.interview_id = ANY (held);
  SELECT coalesce(array_agg(s.scorecard_id), '{}') INTO done FROM submissions s
    WHERE s.organization_id = organization AND s.scorecard_id = ANY (cards);

  PERFORM set_config('app.erasing', 'on', true);
  INSERT INTO erased_scorecards (organization_id, scorecard_id, author_id, erased_at)
    SELECT organization, c.id, c.author_id, at FROM scorecards c
    WHERE c.organization_id = organization AND c.id = ANY (cards);
  FOREACH t IN ARRAY ARRAY['operations', 'evidence_notes', 'story_facts', 'beats', 'probes_asked', 'draft_keys'] LOOP
    EXECUTE format('DELETE FROM %I x WHERE x.organization_id = $1 AND x.scorecard_id = ANY ($2)', t) USING organization, cards;
    GET DIAGNOSTICS gone = ROW_COUNT;
    removed := removed || jsonb_build_object(t, gone);
  END LOOP;
  DELETE FROM nudges n USING seats t WHERE n.organization_id = organization AND t.organization_id = organization
    AND t.id = n.seat_id AND t.interview_id = ANY (held);
  DELETE FROM debrief_arrivals r WHERE r.organization_id = organization AND r.interview_id = ANY (held);
  DELETE FROM seats t USING scorecards c WHERE t.organization_id = organization AND c.organization_id = organization
    AND c.seat_id = t.id AND c.id = ANY (cards) AND NOT c.id = ANY (done);
  GET DIAGNOSTICS gone = ROW_COUNT;
  removed := removed || jsonb_build_object('drafts', gone, 'submitted', cardinality(done));
  -- A revision is the number of operations, also where there are none left.
  UPDATE scorecards c SET revision = 0 WHERE c.organization_id = organization AND c.id = ANY (done);
  UPDATE trap_flags f SET reason = '' WHERE f.organization_id = organization AND f.scorecard_id = ANY (done);
  UPDATE amendments m SET reason = erased_words() WHERE m.organization_id = organization AND m.scorecard_id = ANY (done);
  UPDATE decisions d SET rationale = erased_words() WHERE d.organization_id = organization AND d.interview_id = ANY (held);
  UPDATE debrief_steps s SET reason = erased_words()
    WHERE s.organization_id = organization AND s.interview_id = ANY (held) AND s.reason IS NOT NULL;
  UPDATE candidates c SET name = 'Erased candidate ' || right(c.id::text, 6), email = NULL, erased_at = at
    WHERE c.organization_id = organization AND c.id = candidate;
  PERFORM set_config('app.erasing', '', true);
  RETURN removed;
END $$;

-- Nothing is written about an erased person any more, nor are they interviewed again under the old row. The candidate's
-- row is shared-locked: of an erasure and a late word at the same moment, one sees the other.
CREATE FUNCTION refuse_word_about_erased() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  about uuid := to_jsonb(NEW) ->> 'interview_id';
  gone timestamptz;
BEGIN
  IF about IS NULL THEN
    SELECT c.interview_id INTO about FROM scorecards c
      WHERE c.organization_id = NEW.organization_id AND c.id = (to_jsonb(NEW) ->> 'scorecard_id')::uuid;
  END IF;
  SELECT c.erased_at INTO gone FROM interviews i
    JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
    JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
    WHERE i.organization_id = NEW.organization_id AND i.id = about FOR SHARE OF c;
  IF gone IS NOT NULL THEN
    RAISE EXCEPTION 'this candidate was erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'candidates_erased';
  END IF;
  RETURN NEW;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['amendments', 'decisions', 'debrief_steps'] LOOP
    EXECUTE format('CREATE TRIGGER not_about_erased BEFORE INSERT ON %I FOR EACH ROW
      EXECUTE FUNCTION refuse_word_about_erased()', t);
  END LOOP;
END $$;

-- The rule of 0012, for readers of a person's file.
CREATE FUNCTION refuse_seat_after_subject_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.source = 'live' AND EXISTS (SELECT FROM subject_reads r WHERE r.organization_id = NEW.organization_id
      AND r.interview_id = NEW.interview_id AND r.member_id = NEW.author_id) THEN
    RAISE EXCEPTION 'a seat after reading' USING ERRCODE = 'check_violation', CONSTRAINT = 'scorecards_before_reading';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER before_subject_file BEFORE INSERT ON scorecards FOR EACH ROW EXECUTE FUNCTION refuse_seat_after_subject_file();

REVOKE EXECUTE ON FUNCTION erased_words(), erase_candidate(uuid, timestamptz), refuse_word_about_erased(),
  refuse_seat_after_subject_file() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_candidate(uuid, timestamptz) TO plumbline_app;
