import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { PersonRecordView, Retention } from "@/lib/contracts/privacy";
import { COUNTRIES, COUNTRY_RULES } from "@/lib/domain/retention";
import { PersonPage } from "./person-page";
import { PrivacyPage } from "./privacy-page";

const retention: Retention = {
  country: "DE",
  rules: COUNTRIES.map((country) => ({
    country,
    name: COUNTRY_RULES[country].name,
    months: country === "DE" ? 4 : COUNTRY_RULES[country].months,
    standard: COUNTRY_RULES[country].months,
    because: COUNTRY_RULES[country].because,
  })),
  erasesFrom: null,
  openings: [{ id: "o1", title: "Backend engineer", country: "FR" }],
  due: [{ candidateId: "c1", name: "Mira Holm", keptUntil: "2026-12-03T00:00:00Z", held: true }],
  dueTotal: 1,
  holds: [],
};
const record: PersonRecordView = {
  person: {
    candidateId: "c1",
    name: "Mira Holm",
    email: null,
    erasedAt: null,
    held: false,
    applications: [{ applicationId: "a1", opening: { id: "o1", title: "Backend engineer" } }],
  },
  holds: [],
  keptUntil: "2026-12-03T00:00:00Z",
};

/** A page in a router that nobody moves. */
function drawn(page: React.ReactNode): string {
  const still = () => {};
  const moves = { back: still, forward: still, refresh: still, push: still, replace: still, prefetch: still };
  const router: AppRouterInstance = { ...moves, bfcacheId: "" };
  return renderToStaticMarkup(<AppRouterContext value={router}>{page}</AppRouterContext>);
}

describe("privacy", () => {
  test("says that nobody goes by itself while that is off, and who would be due, held or not", () => {
    const html = drawn(<PrivacyPage retention={retention} />);
    expect(html).toContain("Off now: who is due is listed below");
    expect(html).toContain("One candidate; nobody goes by itself.");
    expect(html).toMatch(/Mira Holm.*3 Dec 2026.*stays: a legal hold stands/);
    expect(html).toContain("Usual: 6");
  });

  test("says from when the daily pass erases once it is on", () => {
    const html = drawn(<PrivacyPage retention={{ ...retention, erasesFrom: "2026-12-04T00:00:00Z" }} />);
    expect(html).toContain("On now: the daily pass erases from 4 Dec 2026 on.");
  });
});

describe("a person", () => {
  test("is read, held and erased from one page", () => {
    const html = drawn(<PersonPage record={record} />);
    expect(html).toContain('href="/api/v1/privacy/people/c1/file?format=text"');
    expect(html).toMatch(/<button type="button"(?![^>]*disabled="")[^>]*>Erase this candidate/);
  });

  test("is not erased while a legal hold stands", () => {
    const html = drawn(<PersonPage record={{ ...record, person: { ...record.person, held: true } }} />);
    expect(html).toMatch(/<button type="button"[^>]*disabled=""[^>]*>Erase this candidate/);
  });

  test("who was erased has nothing left to read, hold or erase", () => {
    const erased = { ...record.person, name: "Erased candidate 1a2b3c", erasedAt: "2026-11-27T00:00:00Z" };
    const html = drawn(<PersonPage record={{ ...record, person: erased, keptUntil: null }} />);
    expect(html).toContain("Erased on 27 Nov 2026");
    expect(html).not.toContain("<button");
  });
});
