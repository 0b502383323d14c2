"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { call } from "@/lib/client/api";
import { findPeopleContract, type PersonRow } from "@/lib/contracts/privacy";
import { problemWords } from "./use-member-changes";

/** Finds a candidate in any opening. What was typed goes into no address that a browser remembers. */
export function PersonSearch() {
  const [q, setQ] = useState("");
  const [found, setFound] = useState<{ q: string; people: readonly PersonRow[] } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function search(event: FormEvent): Promise<void> {
    event.preventDefault();
    setProblem(null);
    try {
      const asked = findPeopleContract.input.safeParse({ q });
      if (!asked.success) return setProblem(asked.error.issues[0]?.message ?? "Write a name");
      setFound({ q: asked.data.q, people: (await call(findPeopleContract, asked.data)).people });
    } catch (error) {
      setProblem(problemWords(error));
    }
  }

  return (
    <section aria-labelledby="find">
      <h2 id="find" className="mb-3">
        Find a candidate
      </h2>
      <form onSubmit={search} noValidate className="flex max-w-[36rem] items-start gap-3">
        <div className="min-w-0 flex-1">
          <TextField
            label="Name or e-mail"
            type="search"
            autoComplete="off"
            value={q}
            error={problem ?? undefined}
            onChange={(event) => setQ(event.target.value)}
          />
        </div>
        <Button type="submit" look="primary" className="mt-6">
          Find
        </Button>
      </form>
      <div aria-live="polite">
        {found && found.people.length === 0 && (
          <p className="mt-4 text-soft">
            Nobody here is called “{found.q}”. Whoever was erased is not found by name any more.
          </p>
        )}
        {found && found.people.length > 0 && (
          <ul className="mt-4 max-w-[48rem] border-t border-line">
            {found.people.map((person) => (
              <Found key={person.candidateId} person={person} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Found({ person: { candidateId, name, email, held, applications } }: { person: PersonRow }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-3 text-s">
      <span className="min-w-0">
        <Link
          href={`/settings/privacy/${candidateId}`}
          data-name=""
          className="font-[560] text-accent underline underline-offset-2"
        >
          {name}
        </Link>
        <span className="block break-all text-soft">{email ?? "no e-mail address"}</span>
      </span>
      <span className="text-soft">
        {applications.map(({ opening }) => opening.title).join(", ") || "in no opening"}
        {held && <span className="block font-[560] text-ink">Legal hold</span>}
      </span>
    </li>
  );
}
