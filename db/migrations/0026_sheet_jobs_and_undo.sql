-- A sheet of more ratings than are fitted while somebody waits is computed by a job, and kept as a snapshot.
-- The queue is pg-boss's own (10.4, its schema 24), in a schema of its own. The owner makes it here, because the app may
-- make nothing; a role of its own reaches it and no record, and the role of the records reaches no job. A job holds three
-- ids and no word, so its tables need no tenant key, and a backup leaves them out: a screen asks again.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plumbline_jobs') THEN
    CREATE ROLE plumbline_jobs NOLOGIN NOINHERIT;
  END IF;
  GRANT plumbline_jobs TO plumbline_login;
END $$;

-- As `PgBoss.getConstructionPlans('jobs')` words it; db/jobs.test.ts compares.
CREATE SCHEMA IF NOT EXISTS jobs
  ;
CREATE TYPE jobs.job_state AS ENUM (
  'created',
  'retry',
  'active',
  'completed',
  'cancelled',
  'failed'
)
  ;
CREATE TABLE jobs.version (
  version int primary key,
  maintained_on timestamp with time zone,
  cron_on timestamp with time zone,
  monitored_on timestamp with time zone
)
  ;
CREATE TABLE jobs.queue (
  name text,
  policy text,
  retry_limit int,
  retry_delay int,
  retry_backoff bool,
  expire_seconds int,
  retention_minutes int,
  dead_letter text REFERENCES jobs.queue (name),
  partition_name text,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY (name)
)
  ;
CREATE TABLE jobs.schedule (
  name text REFERENCES jobs.queue ON DELETE CASCADE,
  cron text not null,
  timezone text,
  data jsonb,
  options jsonb,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY (name)
)
  ;
CREATE TABLE jobs.subscription (
  event text not null,
  name text not null REFERENCES jobs.queue ON DELETE CASCADE,
  created_on timestamp with time zone not null default now(),
  updated_on timestamp with time zone not null default now(),
  PRIMARY KEY(event, name)
)
  ;
CREATE TABLE jobs.job (
  id uuid not null default gen_random_uuid(),
  name text not null,
  priority integer not null default(0),
  data jsonb,
  state jobs.job_state not null default('created'),
  retry_limit integer not null default(2),
  retry_count integer not null default(0),
  retry_delay integer not null default(0),
  retry_backoff boolean not null default false,
  start_after timestamp with time zone not null default now(),
  started_on timestamp with time zone,
  singleton_key text,
  singleton_on timestamp without time zone,
  expire_in interval not null default interval '15 minutes',
  created_on timestamp with time zone not null default now(),
  completed_on timestamp with time zone,
  keep_until timestamp with time zone NOT NULL default now() + interval '14 days',
  output jsonb,
  dead_letter text,
  policy text
) PARTITION BY LIST (name)
  ;
ALTER TABLE jobs.job ADD PRIMARY KEY (name, id);
CREATE TABLE jobs.archive (LIKE jobs.job);
ALTER TABLE jobs.archive ADD PRIMARY KEY (name, id);
ALTER TABLE jobs.archive ADD archived_on timestamptz NOT NULL DEFAULT now();
CREATE INDEX archive_i1 ON jobs.archive(archived_on);
CREATE FUNCTION jobs.create_queue(queue_name text, options json)
RETURNS VOID AS
$$
DECLARE
  table_name varchar := 'j' || encode(sha224(queue_name::bytea), 'hex');
  queue_created_on timestamptz;
BEGIN
  WITH q as (
  INSERT INTO jobs.queue (
    name,
    policy,
    retry_limit,
    retry_delay,
    retry_backoff,
    expire_seconds,
    retention_minutes,
    dead_letter,
    partition_name
  )
  VALUES (
    queue_name,
    options->>'policy',
    (options->>'retryLimit')::int,
    (options->>'retryDelay')::int,
    (options->>'retryBackoff')::bool,
    (options->>'expireInSeconds')::int,
    (options->>'retentionMinutes')::int,
    options->>'deadLetter',
    table_name
  )
  ON CONFLICT DO NOTHING
  RETURNING created_on
  )
  SELECT created_on into queue_created_on from q;
  IF queue_created_on IS NULL THEN
    RETURN;
  END IF;
  EXECUTE format('CREATE TABLE jobs.%I (LIKE jobs.job INCLUDING DEFAULTS)', table_name);
  EXECUTE format('ALTER TABLE jobs.%1$I ADD PRIMARY KEY (name, id)', table_name);
  EXECUTE format('ALTER TABLE jobs.%1$I ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
  EXECUTE format('ALTER TABLE jobs.%1$I ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i1 ON jobs.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''created'' AND policy = ''short''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i2 ON jobs.%1$I (name, COALESCE(singleton_key, '''')) WHERE state = ''active'' AND policy = ''singleton''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i3 ON jobs.%1$I (name, state, COALESCE(singleton_key, '''')) WHERE state <= ''active'' AND policy = ''stately''', table_name);
  EXECUTE format('CREATE UNIQUE INDEX %1$s_i4 ON jobs.%1$I (name, singleton_on, COALESCE(singleton_key, '''')) WHERE state <> ''cancelled'' AND singleton_on IS NOT NULL', table_name);
  EXECUTE format('CREATE INDEX %1$s_i5 ON jobs.%1$I (name, start_after) INCLUDE (priority, created_on, id) WHERE state < ''active''', table_name);
  EXECUTE format('ALTER TABLE jobs.%I ADD CONSTRAINT cjc CHECK (name=%L)', table_name, queue_name);
  EXECUTE format('ALTER TABLE jobs.job ATTACH PARTITION jobs.%I FOR VALUES IN (%L)', table_name, queue_name);
END;
$$
LANGUAGE plpgsql;
  ;
CREATE FUNCTION jobs.delete_queue(queue_name text)
RETURNS VOID AS
$$
DECLARE
  table_name varchar;
BEGIN
  WITH deleted as (
    DELETE FROM jobs.queue
    WHERE name = queue_name
    RETURNING partition_name
  )
  SELECT partition_name from deleted INTO table_name;
  EXECUTE format('DROP TABLE IF EXISTS jobs.%I', table_name);
END;
$$
LANGUAGE plpgsql;
  ;
INSERT INTO jobs.version(version) VALUES ('24');

SELECT jobs.create_queue('panel-sheets', '{"policy": "standard"}');
REVOKE EXECUTE ON FUNCTION jobs.create_queue(text, json), jobs.delete_queue(text) FROM PUBLIC;
GRANT USAGE ON SCHEMA jobs TO plumbline_jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs.job, jobs.archive TO plumbline_jobs;
GRANT SELECT ON jobs.queue, jobs.version TO plumbline_jobs;
GRANT UPDATE (maintained_on) ON jobs.version TO plumbline_jobs;

CREATE TABLE fit_snapshots (
  organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
  -- A hash of the ratings and of how they are read: whoever can name it may read those very ratings.
  key text NOT NULL CONSTRAINT fit_snapshots_key_hash CHECK (key ~ '^[A-Za-z0-9_-]{43}$'),
  -- Whose own figures these are; null: a sheet for leads.
  member_id uuid,
  scope text NOT NULL CONSTRAINT fit_snapshots_scope_bounded CHECK (char_length(scope) BETWEEN 2 AND 4000),
  interviews uuid[] NOT NULL,
  ratings integer NOT NULL CONSTRAINT fit_snapshots_ratings_counted CHECK (ratings >= 0),
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  progress text NOT NULL CONSTRAINT fit_snapshots_progress_bounded CHECK (char_length(progress) BETWEEN 1 AND 200),
  step integer NOT NULL CONSTRAINT fit_snapshots_step_counted CHECK (step >= 0),
  failed_at timestamptz,
  figures jsonb,
  computed_at timestamptz,
  PRIMARY KEY (organization_id, key),
  CONSTRAINT fit_snapshots_computed_with_figures CHECK ((figures IS NULL) = (computed_at IS NULL)),
  CONSTRAINT fit_snapshots_failed_or_computed CHECK (failed_at IS NULL OR computed_at IS NULL),
  FOREIGN KEY (organization_id, member_id) REFERENCES memberships ON DELETE CASCADE,
  FOREIGN KEY (organization_id, asked_by) REFERENCES memberships ON DELETE CASCADE
);
CREATE INDEX fit_snapshots_scope ON fit_snapshots (organization_id, scope, computed_at);
ALTER TABLE fit_snapshots ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON fit_snapshots TO plumbline_app;
GRANT UPDATE (asked_by, asked_at, progress, step, failed_at, figures, computed_at) ON fit_snapshots TO plumbline_app;
-- Leads, or the one person; and nobody who is still to score in one of its interviews, who had a seat given since too.
CREATE POLICY reads_revealed ON fit_snapshots
  USING (organization_id = (SELECT app_organization())
    AND CASE WHEN member_id IS NULL THEN (SELECT app_leads()) ELSE member_id = (SELECT app_member()) END
    AND NOT interviews && (SELECT interviews_to_score())::uuid[]);
-- Erasing a person reaches snapshots of everybody's scope; it runs as the owner, whom the policies bind as well.
CREATE POLICY kept_by_owner ON fit_snapshots TO CURRENT_USER USING (organization_id = (SELECT app_organization()));

-- The app's one word to the queue: a job for oneself, in one's own organisation, with the snapshot it is about.
CREATE FUNCTION ask_for_sheet(snapshot_key text) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO jobs.job (name, data, retry_limit, expire_in, keep_until, policy)
  SELECT 'panel-sheets', jsonb_build_object('organizationId', s.organization_id, 'memberId', app_member(), 'key', s.key),
    -- A million ratings take half a minute; what was killed comes again after this at the latest.
    3, interval '3 minutes', now() + interval '1 day', 'standard'
  FROM fit_snapshots s WHERE s.organization_id = app_organization() AND s.key = snapshot_key AND app_member() IS NOT NULL
$$;
REVOKE EXECUTE ON FUNCTION ask_for_sheet(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ask_for_sheet(text) TO plumbline_app;

-- An open page is woken when its snapshot moves on; what it is told, it reads under its own rights.
CREATE FUNCTION tell_snapshot() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('plumbline_changes', coalesce(NEW.organization_id, OLD.organization_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_snapshot AFTER INSERT OR UPDATE OR DELETE ON fit_snapshots
  FOR EACH ROW EXECUTE FUNCTION tell_snapshot();

-- A sheet names the candidate whom one interview more would help most: with the person, all of them go.
CREATE FUNCTION forget_snapshots() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM fit_snapshots s WHERE s.organization_id = NEW.organization_id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_snapshots AFTER UPDATE OF erased_at ON candidates FOR EACH ROW
  WHEN (NEW.erased_at IS DISTINCT FROM OLD.erased_at) EXECUTE FUNCTION forget_snapshots();
REVOKE EXECUTE ON FUNCTION tell_snapshot(), forget_snapshots() FROM PUBLIC;

-- A version that was retired by a slip comes back into use, audited like its retirement; what it says stays fixed.
CREATE OR REPLACE FUNCTION keep_published_rubric() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'draft' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR (NEW.content, NEW.weights, NEW.fold, NEW.number, NEW.reason, NEW.published_at)
      IS DISTINCT FROM (OLD.content, OLD.weights, OLD.fold, OLD.number, OLD.reason, OLD.published_at)
      OR NEW.state = 'draft' THEN
    RAISE EXCEPTION 'rubric version % is published and cannot change', OLD.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
