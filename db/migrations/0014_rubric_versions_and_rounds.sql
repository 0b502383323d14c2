-- Rubric drafts: edited by leads, with a revision so that two editors do not overwrite each other; the reason is owed
-- at publication. A draft may be thrown away, a published version never.
ALTER TABLE rubric_versions ADD COLUMN revision integer NOT NULL DEFAULT 0
  CONSTRAINT rubric_versions_revision_counted CHECK (revision >= 0);
ALTER TABLE rubric_versions DROP CONSTRAINT rubric_versions_reason_written;
ALTER TABLE rubric_versions ADD CONSTRAINT rubric_versions_reason_written CHECK (state = 'draft' OR btrim(reason) <> '');

-- A version goes draft, published, retired, and never back; what it says is fixed from its publication on.
CREATE OR REPLACE FUNCTION keep_published_rubric() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'draft' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR (NEW.content, NEW.weights, NEW.fold, NEW.number, NEW.reason, NEW.published_at)
      IS DISTINCT FROM (OLD.content, OLD.weights, OLD.fold, OLD.number, OLD.reason, OLD.published_at)
      OR NOT (NEW.state = OLD.state OR NEW.state = 'retired') THEN
    RAISE EXCEPTION 'rubric version % is published and cannot change', OLD.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
GRANT DELETE ON rubric_versions TO plumbline_app;
CREATE POLICY leads_change ON rubric_versions AS RESTRICTIVE FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_leads()));
CREATE POLICY leads_discard_drafts ON rubric_versions AS RESTRICTIVE FOR DELETE
  USING (organization_id = (SELECT app_organization()) AND state = 'draft' AND (SELECT app_leads()));

-- A step of a practice round is told like any other change: that it happened and where, never what.
ALTER TABLE live_events ADD COLUMN practice_round_id uuid;
CREATE FUNCTION tell_round() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  round uuid := CASE WHEN NEW.subject_kind = 'practice-round' THEN NEW.subject_id ELSE id_in(NEW.detail, 'roundId') END;
BEGIN
  IF round IS NULL THEN RETURN NULL; END IF;
  INSERT INTO live_events (organization_id, seq, completion, practice_round_id)
    VALUES (NEW.organization_id, NEW.seq, false, round);
  PERFORM pg_notify('plumbline_changes', NEW.organization_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_round AFTER INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION tell_round();
REVOKE EXECUTE ON FUNCTION tell_round() FROM PUBLIC;
-- Whoever is in a round may know that something moved there.
CREATE POLICY reads_own_rounds ON live_events FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND practice_round_id IS NOT NULL);
