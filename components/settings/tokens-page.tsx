"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, Th } from "@/components/ui/table";
import { toastDone, toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import { listTokensContract, revokeTokenContract, type TokenRow } from "@/lib/contracts/tokens";
import { NewTokenNotice } from "./new-token-notice";
import { OWN_SCOPES, TokenForm } from "./token-form";
import { problemWords } from "./use-member-changes";
import { dayInUtc, momentInUtc } from "./utc";

/** Tokens for programs: made here, told once, revoked here. */
export function TokensPage({ initial, meId }: { initial: readonly TokenRow[]; meId: string }) {
  const [tokens, setTokens] = useState(initial);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);

  async function reload(): Promise<void> {
    setTokens((await call(listTokensContract, {})).tokens);
  }

  async function revoke({ id, name }: TokenRow): Promise<void> {
    try {
      await call(revokeTokenContract, { tokenId: id });
      await reload();
      setMade(null);
      toastDone(`${name} is revoked: the next request with it is refused`);
    } catch (error) {
      toastProblem(`${name} was not revoked`, problemWords(error));
    }
  }

  return (
    <>
      <PageHeader
        title="API tokens"
        below="A program with a token acts as you, within your roles. It sends it as Authorization: Bearer, never in an address."
      />
      <TokenForm
        scopes={OWN_SCOPES}
        days={90}
        onMade={async (name, token) => {
          setMade({ name, token });
          await reload();
        }}
      />
      {made && <NewTokenNotice {...made} />}
      {tokens.length === 0 ? (
        <EmptyState title="No tokens yet">
          Make one for each program, so that you can end each alone.
        </EmptyState>
      ) : (
        <TokenTable tokens={tokens} meId={meId} onRevoke={revoke} />
      )}
    </>
  );
}

const MAY: Record<TokenRow["scope"], string> = {
  read: "read",
  write: "read and change",
  provisioning: "keep members and groups",
};

interface TokenTableProps {
  tokens: readonly TokenRow[];
  meId: string;
  onRevoke: (token: TokenRow) => Promise<void>;
}

function TokenTable({ tokens, meId, onRevoke }: TokenTableProps) {
  return (
    <Table caption="Tokens in force">
      <thead>
        <tr>
          <Th>Token</Th>
          <Th>May</Th>
          <Th>Last used</Th>
          <Th>Ends</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <Th scope="row">
              {token.name}
              <span className="block font-mono text-xs font-normal text-soft">{token.prefix}</span>
              {token.member.id !== meId && (
                <span className="block font-normal text-soft">{token.member.name}’s</span>
              )}
            </Th>
            <Td>{MAY[token.scope]}</Td>
            <Td>{token.lastUsedAt ? momentInUtc(token.lastUsedAt) : "never"}</Td>
            <Td>{dayInUtc(token.expiresAt)}</Td>
            <Td className="text-right">
              <Button size="s" aria-label={`Revoke ${token.name}`} onClick={() => void onRevoke(token)}>
                Revoke
              </Button>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
