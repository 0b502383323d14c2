import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  COUNTRIES,
  erasesFrom,
  isDue,
  isDueSoon,
  type KeptPerson,
  keptUntil,
  monthsAfter,
  RETENTION_MONTHS,
  type RetentionRules,
  SHIPPED_RULES,
} from "./retention";

const day = (text: string) => new Date(`${text}T10:00:00Z`);
const rules: RetentionRules = { ...SHIPPED_RULES, country: "DE", automaticSince: day("2026-01-01") };
const person = (over: Partial<KeptPerson> = {}): KeptPerson => ({
  addedAt: day("2025-12-01"),
  applications: [{ country: null, lastActivityAt: day("2026-01-15") }],
  held: false,
  ...over,
});

describe("until when a person is kept", () => {
  test.each<[string, Partial<KeptPerson>, string]>([
    ["by the organisation's country where the opening names none", {}, "2026-07-15"],
    [
      "by the opening's country",
      { applications: [{ country: "NL", lastActivityAt: day("2026-01-15") }] },
      "2026-02-15",
    ],
    [
      "by the latest of several applications",
      {
        applications: [
          { country: "NL", lastActivityAt: day("2026-03-01") },
          { country: "FR", lastActivityAt: day("2026-01-15") },
        ],
      },
      "2028-01-15",
    ],
    ["from when they were added, without an application", { applications: [] }, "2026-06-01"],
  ])("%s", (_, over, expected) => {
    expect(keptUntil(person(over), rules)).toEqual(day(expected));
  });

  test("months end on the last day where a month is shorter", () => {
    expect(monthsAfter(day("2026-01-31"), 1)).toEqual(day("2026-02-28"));
    expect(monthsAfter(day("2027-08-31"), 6)).toEqual(day("2028-02-29"));
    expect(monthsAfter(day("2026-12-15"), 1)).toEqual(day("2027-01-15"));
  });
});

describe("who is erased by the daily pass", () => {
  test("nobody before their day, and everybody from it on", () => {
    expect(isDue(person(), rules, day("2026-07-14"))).toBe(false);
    expect(isDue(person(), rules, day("2026-07-15"))).toBe(true);
    expect(isDueSoon(person(), rules, day("2026-06-14"))).toBe(false);
    expect(isDueSoon(person(), rules, day("2026-06-15"))).toBe(true);
  });
  test("nobody under a legal hold, however old", () => {
    expect(isDue(person({ held: true }), rules, day("2030-01-01"))).toBe(false);
  });
  test("nobody while the rules are not switched on, nor in the week after", () => {
    expect(isDue(person(), { ...rules, automaticSince: null }, day("2030-01-01"))).toBe(false);
    const late = { ...rules, automaticSince: day("2030-01-01") };
    expect(erasesFrom(late)).toEqual(day("2030-01-08"));
    expect(isDue(person(), late, day("2030-01-07"))).toBe(false);
    expect(isDue(person(), late, day("2030-01-08"))).toBe(true);
  });
});

test("longer months never end earlier, and no application shortens what another asks for", () => {
  const moment = fc.date({ min: day("2020-01-01"), max: day("2030-01-01"), noInvalidDate: true });
  const months = fc.integer({ min: RETENTION_MONTHS.least, max: RETENTION_MONTHS.most - 1 });
  const application = fc.record({ country: fc.constantFrom(...COUNTRIES), lastActivityAt: moment });
  fc.assert(
    fc.property(moment, months, fc.array(application, { minLength: 1 }), application, (at, n, some, one) => {
      expect(monthsAfter(at, n + 1).getTime()).toBeGreaterThan(monthsAfter(at, n).getTime());
      const until = (applications: typeof some) => keptUntil(person({ applications }), rules).getTime();
      expect(until([...some, one])).toBe(Math.max(until(some), until([one])));
    }),
  );
});
