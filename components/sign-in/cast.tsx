"use client";

import { useState } from "react";
import { homeFor } from "@/components/shell/places";
import { rolesInWords } from "@/components/shell/role-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ApiProblem, call } from "@/lib/client/api";
import { type CastMember, startDemoSessionContract } from "@/lib/contracts/demo";
import { byWork, workInWords } from "./work-words";

/** The demo's people: one click and you are one of them. */
export function Cast({ cast }: { cast: readonly CastMember[] }) {
  const [busyId, setBusyId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function become(member: CastMember) {
    setBusyId(member.memberId);
    setProblem(null);
    try {
      const { roles } = await call(startDemoSessionContract, { memberId: member.memberId });
      // A whole new page: nothing of a person signed in before may stay in memory.
      window.location.assign(homeFor(roles));
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : "The server did not answer. Try again.");
      setBusyId(null);
    }
  }

  return (
    <section aria-labelledby="cast">
      <h2 id="cast">Look around as one of the demo’s people</h2>
      {problem && (
        <div className="mt-3">
          <Notice live tone="warn" title="You are not signed in">
            {problem}
          </Notice>
        </div>
      )}
      <dl className="mt-3 border-t border-line">
        {byWork(cast).map(({ roles, members }) => (
          <div
            key={roles.join()}
            className="grid gap-x-6 gap-y-2 border-b border-line py-4 sm:grid-cols-[15rem_minmax(0,1fr)]"
          >
            <dt>
              {rolesInWords(roles)}
              <span className="block text-s text-soft">{workInWords(roles)}</span>
            </dt>
            <dd className="flex flex-wrap content-start gap-2">
              {members.map((member) => (
                <Button
                  key={member.memberId}
                  size="s"
                  disabled={busyId !== null}
                  onClick={() => become(member)}
                >
                  {member.name}
                </Button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
