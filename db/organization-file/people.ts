import type postgres from "postgres";
import { Problem } from "../../lib/domain/errors";
import { quoted, type Table } from "../backup/copy";

/** Where rows wait that must be matched with people who are here already. */
export const WAITING: Readonly<Record<string, string>> = {
  users: "arriving_users",
  accounts: "arriving_accounts",
  memberships: "arriving_memberships",
};

export async function openWaitingRoom(sql: postgres.TransactionSql): Promise<void> {
  for (const [table, waiting] of Object.entries(WAITING))
    await sql.unsafe(`create temporary table "${waiting}" (like "${table}") on commit drop`);
}

/**
 * Gives each arriving person the account they have here, and a new one to whom nobody here answers.
 * Known is who signs in with the same (issuer, subject), or, of those who sign in by mail alone, who has proved the same
 * address. An account that is here gets no further way in: a file must not be one.
 */
export async function settlePeople(sql: postgres.TransactionSql, tables: readonly Table[]): Promise<void> {
  await sql`create temporary table settled_people (arriving uuid primary key, here uuid not null, known boolean not null)
    on commit drop`;
  const [twice] = await sql`select w.user_id from arriving_accounts w
    join accounts a on a.issuer = w.issuer and a.subject = w.subject
    group by w.user_id having count(distinct a.user_id) > 1`;
  if (twice)
    throw new Problem("CONFLICT", "One person of the file is two people here: their accounts belong to both");
  await sql`insert into settled_people select distinct w.user_id, a.user_id, true from arriving_accounts w
    join accounts a on a.issuer = w.issuer and a.subject = w.subject`;
  await sql`insert into settled_people select w.id, u.id, true from arriving_users w
    join users u on u.email = w.email and u.email_verified is not null
    where w.email_verified is not null and not exists (select from arriving_accounts a where a.user_id = w.id)`;
  // An id that is taken is somebody else's, whatever the file says.
  await sql`insert into settled_people
    select w.id, case when u.id is null then w.id else gen_random_uuid() end, false
    from arriving_users w left join users u on u.id = w.id
    where not exists (select from settled_people s where s.arriving = w.id)`;
  await requireOneMemberEach(sql);
  // An address that is somebody's here stays theirs: who arrives is known by their account.
  await sql`update arriving_users w set email = null, email_verified = null
    where exists (select from users u where u.email = w.email)`;
  await sql`update arriving_users w set id = s.here from settled_people s where s.arriving = w.id and not s.known`;
  await moveIn(sql, tables, "users", "id in (select here from settled_people where not known)");
  await sql`update arriving_accounts w set user_id = s.here from settled_people s
    where s.arriving = w.user_id and not s.known`;
  await moveIn(sql, tables, "accounts", "user_id in (select here from settled_people where not known)");
  await sql`update arriving_memberships m set user_id = s.here from settled_people s where s.arriving = m.user_id`;
  await moveIn(sql, tables, "memberships", "true");
}

async function requireOneMemberEach(sql: postgres.TransactionSql): Promise<void> {
  const [stranger] = await sql`select id from arriving_memberships m where m.user_id is not null
    and not exists (select from settled_people s where s.arriving = m.user_id)`;
  if (stranger) throw new Problem("INVALID", "The file names a member whose person is not in it");
  const [both] =
    await sql`select s.here from arriving_memberships m join settled_people s on s.arriving = m.user_id
    group by s.here having count(*) > 1`;
  if (both) throw new Problem("CONFLICT", "Two members of the file are one person here");
}

async function moveIn(
  sql: postgres.TransactionSql,
  tables: readonly Table[],
  name: string,
  which: string,
): Promise<void> {
  const columns = quoted(tables.find(({ table }) => table === name)?.columns ?? []);
  await sql.unsafe(
    `insert into "${name}" (${columns}) select ${columns} from "${WAITING[name]}" where ${which}`,
  );
}
