import postgres from "postgres";

/**
 * Everything at once that text must not be able to do: an element, a script, a way out of one, an address that runs, a
 * change of direction that is never taken back (U+202E), and characters that nobody sees (U+200B, U+FEFF).
 */
export const PLANTED =
  '<img src=x data-planted onerror="window.planted=1"></script></title><script data-planted>window.planted=1</script>' +
  "[x](javascript:window.planted=1) \u202e\u200b\ufeff";
/** Longest text of a reason: `REASON_MAX_CHARACTERS`. */
const ROOM = 300;

/** Every column of text that somebody fills and some page shows. Marks, ids and words of a closed list are none. */
const WRITTEN = [
  ...[
    "organizations.name",
    "memberships.name",
    "users.name",
    "candidates.name",
    "openings.title",
    "panels.name",
  ],
  ...["evidence_notes.body", "trap_flags.reason", "amendments.reason", "debrief_reasons.reason"],
  ...["decisions.rationale", "rubric_versions.reason", "practice_answers.title", "practice_answers.role"],
  ...["practice_answers.field", "practice_round_notes.body", "api_tokens.name", "sessions.device"],
  ...["score_files.title", "directory_groups.display_name"],
];
/** The same inside JSON: the texts of these keys, whatever holds them. */
const WRITTEN_JSON: Record<string, RegExp> = {
  "rubric_versions.content": /./,
  "practice_answers.spoken": /^words$/,
  "practice_attempts.notes": /./,
};

/** Writes it behind every such text there is, as somebody would have who got past every form. */
export async function plantEverywhere(ownerUrl: string): Promise<string[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const reached: string[] = [];
  try {
    await sql.begin(async (tx) => {
      // Published rubrics and submissions are written once: not even this may change them otherwise.
      await tx`set local session_replication_role = replica`;
      await tx`insert into directory_groups (organization_id, id, display_name, created_at, changed_at)
        select id, gen_random_uuid(), 'Group', now(), now() from organizations`;
      await tx`insert into practice_answers (organization_id, id, title, role, field, work, spoken, added_by, added_at)
        select organization_id, gen_random_uuid(), 'Own', 'Baker', 'Bread', 'engineering',
          '[{"beat":"situation","seconds":9,"words":"Once"}]', id, now() from memberships where 'lead' = any(roles)`;
      await tx`insert into api_tokens (organization_id, id, member_id, name, token_hash, prefix, scope, created_at, expires_at)
        select organization_id, gen_random_uuid(), id, 'Token', id::text, 'plumbline_…', 'read', now(), now() + interval '1 day'
        from memberships where 'admin' = any(roles)`;
      await tx`insert into debrief_reasons (organization_id, interview_id, reason)
        select organization_id, id, 'Early' from interviews on conflict do nothing`;
      await tx`insert into decisions (organization_id, id, interview_id, place, outcome, rationale, decided_by, decided_at)
        select distinct on (i.id) i.organization_id, gen_random_uuid(), i.id, 1, 'go-on', 'Heard enough', m.id, now()
        from interviews i join memberships m on m.organization_id = i.organization_id and 'lead' = any(m.roles)
        on conflict do nothing`;
      const known = await tx<{ at: string }[]>`select table_name || '.' || column_name as at
        from information_schema.columns where table_schema = 'public'`;
      const there = new Set(known.map(({ at }) => at));
      for (const at of WRITTEN.filter((each) => there.has(each))) {
        const [table = "", column = ""] = at.split(".");
        const text = sql(column);
        const { count } = await tx`update ${sql(table)}
          set ${text} = left(${text}, ${ROOM - PLANTED.length - 1}) || ' ' || ${PLANTED} where ${text} is not null`.catch(
          (error: Error) => {
            throw new Error(`${at}: ${error.message}`);
          },
        );
        if (count > 0) reached.push(at);
      }
      for (const [at, keys] of Object.entries(WRITTEN_JSON).filter(([each]) => there.has(each))) {
        const [table = "", column = ""] = at.split(".");
        const rows = await tx`select ctid::text as place, ${sql(column)} as held from ${sql(table)}`;
        for (const { place, held } of rows)
          await tx`update ${sql(table)} set ${sql(column)} = ${tx.json(planted(held, keys) as never)}
            where ctid = ${place}::tid`;
        if (rows.length > 0) reached.push(at);
      }
    });
  } finally {
    await sql.end();
  }
  return reached;
}

function planted(value: unknown, keys: RegExp, key = ""): unknown {
  if (typeof value === "string") return keys.test(key) ? `${value} ${PLANTED}` : value;
  if (Array.isArray(value)) return value.map((each) => planted(each, keys, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, planted(each, keys, name)]));
}
