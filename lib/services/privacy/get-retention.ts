import type { Context } from "@/db/context";
import { listHolds } from "@/db/queries/privacy";
import { findRetentionRules, listKept, listOpeningCountries } from "@/db/queries/retention";
import type { Retention } from "@/lib/contracts/privacy";
import { COUNTRIES, COUNTRY_RULES, erasesFrom, isDueSoon, keptUntil } from "@/lib/domain/retention";
import { requireAdmin } from "../shared/require-role";
import { holdView } from "./people";

/** More than anybody looks through; the count says how many there are. */
const DUE_LISTED = 100;

/** The rules, and what they will do: nobody is erased by their age who did not stand in this list. */
export async function getRetention(ctx: Context): Promise<Retention> {
  requireAdmin(ctx);
  const rules = await findRetentionRules(ctx);
  const due = (await listKept(ctx))
    .filter((person) => isDueSoon(person, rules, ctx.now))
    .map((person) => ({ ...person, keptUntil: keptUntil(person, rules) }))
    .sort((a, b) => a.keptUntil.getTime() - b.keptUntil.getTime() || a.name.localeCompare(b.name));
  return {
    country: rules.country,
    rules: COUNTRIES.map((country) => ({
      country,
      name: COUNTRY_RULES[country].name,
      months: rules.months[country],
      standard: COUNTRY_RULES[country].months,
      because: COUNTRY_RULES[country].because,
    })),
    erasesFrom: erasesFrom(rules)?.toISOString() ?? null,
    openings: await listOpeningCountries(ctx),
    due: due.slice(0, DUE_LISTED).map(({ candidateId, name, held, keptUntil: until }) => ({
      ...{ candidateId, name, held, keptUntil: until.toISOString() },
    })),
    dueTotal: due.length,
    holds: (await listHolds(ctx, "standing")).map((hold) => ({
      ...holdView(hold),
      candidate: { id: hold.candidateId, name: hold.candidateName },
    })),
  };
}
