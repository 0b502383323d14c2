/** Makes every chain follow again from its first row on, whatever its rows say: whoever owns the server can. */
export const REHASH = `do $$
  declare e audit_events; previous bytea; chain uuid;
  begin
    for chain in select organization_id from audit_heads loop
      previous := '\\x';
      for e in select * from audit_events a where a.organization_id = chain order by seq loop
        previous := audit_hash(previous, e.organization_id, e.seq, e.at, e.actor_id, e.action, e.subject_kind,
          e.subject_id, e.detail);
        update audit_events a set hash = previous where a.organization_id = chain and a.seq = e.seq;
      end loop;
      update audit_heads h set hash = previous where h.organization_id = chain;
    end loop;
  end $$`;
