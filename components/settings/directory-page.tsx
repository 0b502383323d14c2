"use client";

import Link from "next/link";
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { DirectoryGroupRow } from "@/lib/contracts/directory";
import { GroupRoles } from "./group-roles";
import { NewTokenNotice } from "./new-token-notice";
import { TokenForm } from "./token-form";

/** A year: whoever looks after the directory makes the next in time. */
const DAYS = 365;
const SCOPES = [{ value: "provisioning", label: "Keep members and groups" }] as const;

interface DirectoryPageProps {
  address: string;
  /** Whether anybody signs in by what the directory calls them. */
  signsOn: boolean;
  groups: readonly DirectoryGroupRow[];
}

/** Where Okta or Entra is told to keep this organisation's members, and what its groups mean here. */
export function DirectoryPage({ address, signsOn, groups }: DirectoryPageProps) {
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  return (
    <>
      <PageHeader
        title="Directory"
        below="Okta, Entra or another directory adds members, changes them and ends them here by SCIM 2.0. Whoever it ends is signed out at once."
      />
      <dl className="mb-8 text-s">
        <dt className="font-[560]">SCIM base address</dt>
        <dd>
          <code className="mt-1 inline-block rounded-s bg-sunk px-2 py-1 font-mono break-all select-all">
            {address}
          </code>
        </dd>
      </dl>
      {!signsOn && (
        <p className="mb-8 max-w-[44rem] text-s text-soft">
          Nobody signs in as the directory’s member yet: that takes single sign-on, whose subject is the
          member’s externalId. Whoever runs this server sets it up.
        </p>
      )}
      <TokenForm scopes={SCOPES} days={DAYS} onMade={async (name, token) => setMade({ name, token })} />
      {made && <NewTokenNotice {...made} />}
      <p className="mb-8 max-w-[44rem] text-s text-soft">
        The directory sends it as Authorization: Bearer. It ends when you are no administrator any more, or
        when it is revoked under{" "}
        <Link href="/settings/tokens" className="text-accent underline">
          API tokens
        </Link>
        .
      </p>
      {groups.length === 0 ? (
        <EmptyState title="No groups yet">
          When the directory sends some, you say here which role each means.
        </EmptyState>
      ) : (
        <GroupRoles groups={groups} />
      )}
    </>
  );
}
