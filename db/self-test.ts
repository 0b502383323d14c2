import { sql } from "drizzle-orm";
import type { Database } from "./client";
import { withIdentity } from "./context";

interface Finding extends Record<string, unknown> {
  problem: string;
}

/**
 * What would make row-level security an empty promise on this server, in words. Empty when all is well.
 * The app refuses to serve otherwise. Asked of the role that transactions run as, and of the one that signed in to the
 * server: a statement that resets the role is that one again.
 */
export async function selfTest(database: Database): Promise<string[]> {
  const rows = await withIdentity(database, (tx) =>
    tx.execute<Finding>(sql`
      with login as (select * from pg_roles where rolname = session_user)
      select 'the runtime role ' || rolname || ' is a superuser or bypasses row-level security' as problem
        from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
      union all
      select 'transactions run as ' || current_user || ', not as plumbline_app' where current_user <> 'plumbline_app'
      union all
      select 'the runtime role owns the table ' || relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relowner = current_user::regrole
      union all
      select 'the table ' || relname || ' has no forced row-level security' from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not (relrowsecurity and relforcerowsecurity)
      union all
      select distinct 'the role ' || o.rolname || ' owns a part of the schema jobs' from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'jobs'
        join pg_roles o on o.oid = c.relowner
        where o.rolname in (current_user, 'plumbline_jobs')
      union all
      select 'the role of the queue ' || rolname || ' is a superuser or bypasses row-level security' from pg_roles
        where rolname = 'plumbline_jobs' and (rolsuper or rolbypassrls)
      union all
      select 'transactions reach the schema ' || nspname || ', which is the queue''s alone' from pg_namespace
        where nspname = 'jobs' and has_schema_privilege(oid, 'USAGE')
      union all
      select 'DATABASE_URL signs in as ' || rolname || ', which may do anything: give the app a login of its own'
        from login where rolsuper or rolbypassrls or rolcreaterole
      union all
      select distinct 'DATABASE_URL signs in as ' || l.rolname || ', which is or can become ' || o.rolname
          || ', an owner here: give the app a login of its own'
        from login l, pg_roles o
        where not l.rolsuper and pg_has_role(l.oid, o.oid, 'MEMBER') and (
          exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relowner = o.oid)
          or exists (select from pg_database d where d.datname = current_database() and d.datdba = o.oid))
      order by problem`),
  );
  return rows.map(({ problem }) => problem);
}
