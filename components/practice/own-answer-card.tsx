"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { toastDone, toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import {
  agreeReferenceContract,
  draftReferenceContract,
  type OwnAnswer,
  proposeReferenceContract,
} from "@/lib/contracts/practice";
import type { Reference } from "@/lib/domain/practice-answer";
import type { RubricContent } from "@/lib/domain/rubric";
import { ProposalTable } from "./proposal-table";
import { ReferenceForm } from "./reference-form";
import { SpokenWords } from "./spoken-words";

interface OwnAnswerCardProps {
  answer: OwnAnswer;
  rubric: RubricContent;
  memberId: string;
}

const STANDING: Record<OwnAnswer["standing"], string> = {
  "waits-for-leads": "waits for two leads to set its reference alone",
  "waits-for-agreement": "two leads have set it; now they agree",
  agreed: "agreed, and in the library",
};

/** One own answer with its next step: set alone, agree, confirm. */
export function OwnAnswerCard({ answer, rubric, memberId }: OwnAnswerCardProps) {
  const router = useRouter();
  const {
    answerId,
    title,
    role,
    field,
    spoken,
    standing,
    proposers,
    proposals,
    draft,
    changedAnchors,
    mayPropose,
    mayAgree,
  } = answer;
  const mine = proposals.find(({ member }) => member.id === memberId)?.reference;
  const step = async (done: string, take: () => Promise<unknown>) => {
    try {
      await take();
      toastDone(done);
      router.refresh();
    } catch (problem) {
      toastProblem("That did not work", problem instanceof Error ? problem.message : "");
    }
  };
  const propose = ({ reference, traps }: Reference) =>
    step("Your reference is set", () =>
      call(proposeReferenceContract, { answerId, reference, traps: [...traps] }),
    );
  const write = ({ reference, traps }: Reference) =>
    step("Written down; another lead confirms it", () =>
      call(draftReferenceContract, { answerId, reference, traps: [...traps] }),
    );
  return (
    <section aria-label={title} className="border-t border-line-strong py-5">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2>{title}</h2>
        <p className="text-s text-soft">
          {role}, {field.toLowerCase()} · {STANDING[standing]}
          {proposers.length > 0 && ` · set alone by ${proposers.map(({ name }) => name).join(" and ")}`}
        </p>
      </div>
      <details className="mt-2">
        <summary className="min-h-6 text-s text-accent pointer-coarse:py-3">Read it</summary>
        <div className="mt-2 max-w-[72ch]">
          <SpokenWords spoken={spoken} quoted={[]} />
        </div>
      </details>
      {proposals.length > 0 && (
        <ProposalTable title={title} proposals={proposals} draft={draft} rubric={rubric} />
      )}
      {changedAnchors.length > 0 && (
        <div className="mt-4">
          <Notice title="Agreed on another wording">
            The anchors of {changedAnchors.map((one) => rubric.dimensions[one].name.toLowerCase()).join(", ")}{" "}
            have changed since. Read the reference again, and agree on another where it no longer holds.
          </Notice>
        </div>
      )}
      {mayAgree && draft && (
        <Button
          look="primary"
          className="mt-4"
          onClick={() =>
            void step("Agreed: it is in the library", () => call(agreeReferenceContract, { answerId }))
          }
        >
          Confirm what {draft.by.name} wrote down
        </Button>
      )}
      {mayPropose && (
        <ReferenceForm
          title="Set the reference, alone"
          action="Set it, for good"
          spoken={spoken}
          rubric={rubric}
          onSend={propose}
        />
      )}
      {mine && standing !== "waits-for-leads" && (
        <ReferenceForm
          title={standing === "agreed" ? "Agree on another reference" : "Write down what you agree on"}
          action="Write it down"
          spoken={spoken}
          rubric={rubric}
          start={draft?.reference ?? mine}
          onSend={write}
        />
      )}
    </section>
  );
}
