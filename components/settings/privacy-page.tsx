"use client";

import { PageHeader } from "@/components/ui/page-header";
import type { Retention } from "@/lib/contracts/privacy";
import { DueList } from "./due-list";
import { OpeningCountries } from "./opening-countries";
import { PersonSearch } from "./person-search";
import { RetentionForm } from "./retention-form";
import { StandingHolds } from "./standing-holds";

/** Candidates as people with rights: found by name, kept so long and no longer, held where the law asks for it. */
export function PrivacyPage({ retention }: { retention: Retention }) {
  return (
    <>
      <PageHeader
        title="Privacy"
        below="A candidate may ask what is kept about them, and ask for it to go. Both begin with finding them."
      />
      <div className="grid gap-10">
        <PersonSearch />
        <RetentionForm retention={retention} />
        <DueList retention={retention} />
        <OpeningCountries retention={retention} />
        <StandingHolds holds={retention.holds} />
      </div>
    </>
  );
}
