-- How often somebody has knocked lately. Keys are disguised; nothing here outlives its window, so that a crash may
-- forget it: the table is not logged.

CREATE UNLOGGED TABLE rate_limits (
  key text PRIMARY KEY,
  points integer NOT NULL,
  -- Milliseconds since 1970, as the limiter's library counts; null never ends.
  expire bigint
);

ALTER TABLE rate_limits ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY identity_only ON rate_limits USING ((SELECT app_is_identity()));
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO plumbline_app;
