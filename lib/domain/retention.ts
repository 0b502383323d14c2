/** Countries with a default of their own; an organisation's openings elsewhere go by "other". */
export const COUNTRIES = ["AT", "DE", "FR", "GB", "IE", "NL", "US", "other"] as const;
export type Country = (typeof COUNTRIES)[number];

export interface CountryRule {
  name: string;
  /** Months after the last thing that happened in an application. */
  months: number;
  because: string;
}

/**
 * What is usual where; an organisation may say otherwise. Most follow from how long an applicant may claim
 * discrimination. Not legal advice, and the page says so.
 */
export const COUNTRY_RULES: Record<Country, CountryRule> = {
  AT: { name: "Austria", months: 7, because: "six months to claim (GlBG § 15), and time for the post" },
  DE: {
    name: "Germany",
    months: 6,
    because: "two months to claim (AGG § 15) and three to sue (ArbGG § 61b)",
  },
  FR: { name: "France", months: 24, because: "two years after the last contact (CNIL)" },
  GB: {
    name: "United Kingdom",
    months: 6,
    because: "three months to claim (Equality Act 2010 s. 123), longer with conciliation",
  },
  IE: {
    name: "Ireland",
    months: 12,
    because: "six months to claim, up to twelve for cause (Employment Equality Acts s. 77)",
  },
  NL: {
    name: "Netherlands",
    months: 1,
    because: "four weeks after the procedure (Autoriteit Persoonsgegevens)",
  },
  US: {
    name: "United States",
    months: 12,
    because: "to be kept one year at the least (29 CFR 1602.14); federal contractors two",
  },
  other: { name: "Anywhere else", months: 12, because: "one year, where nothing shorter is asked for" },
};

export const RETENTION_MONTHS = { least: 1, most: 84 } as const;

/** Nothing is erased by itself in the first week after the rules were switched on or changed: time to look, and to hold. */
export const GRACE_DAYS = 7;
/** What is listed beforehand. */
export const DUE_SOON_DAYS = 30;

const DAY_MS = 86_400_000;

export interface RetentionRules {
  /** Where openings are that name no country of their own. */
  country: Country;
  months: Readonly<Record<Country, number>>;
  /** Since when the daily pass erases by these rules; null: it lists, and erases nobody. */
  automaticSince: Date | null;
}

/** The rules of an organisation that has set none. */
export const SHIPPED_RULES: RetentionRules = {
  country: "other",
  months: Object.fromEntries(COUNTRIES.map((country) => [country, COUNTRY_RULES[country].months])) as Record<
    Country,
    number
  >,
  automaticSince: null,
};

/** A candidate as retention sees them. */
export interface KeptPerson {
  /** When their record was made: all there is to go by without an application. */
  addedAt: Date;
  applications: readonly { country: Country | null; lastActivityAt: Date }[];
  held: boolean;
}

/** The day until which a person is kept: the latest that any of their applications asks for. */
export function keptUntil({ addedAt, applications }: Omit<KeptPerson, "held">, rules: RetentionRules): Date {
  const each = applications.map(({ country, lastActivityAt }) =>
    monthsAfter(lastActivityAt, rules.months[country ?? rules.country]),
  );
  const ends = each.length > 0 ? each : [monthsAfter(addedAt, rules.months[rules.country])];
  return new Date(Math.max(...ends.map((end) => end.getTime())));
}

/** When the daily pass begins to erase; null while it does not. */
export function erasesFrom({ automaticSince }: RetentionRules): Date | null {
  return automaticSince && new Date(automaticSince.getTime() + GRACE_DAYS * DAY_MS);
}

/** True when the daily pass erases this person now. A legal hold always wins. */
export function isDue(person: KeptPerson, rules: RetentionRules, now: Date): boolean {
  const from = erasesFrom(rules);
  return from !== null && from <= now && !person.held && keptUntil(person, rules) <= now;
}

/** True when a person's time is over, or will be within the days that are listed beforehand. */
export function isDueSoon(person: KeptPerson, rules: RetentionRules, now: Date): boolean {
  return keptUntil(person, rules).getTime() <= now.getTime() + DUE_SOON_DAYS * DAY_MS;
}

/** The same day some months later, or that month's last where it is shorter: 31 January and one is 28 February. */
export function monthsAfter(moment: Date, months: number): Date {
  const end = new Date(moment);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(moment.getUTCDate(), lastDay));
  return end;
}
