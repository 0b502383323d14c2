"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { PracticeAnswerView } from "@/lib/contracts/practice";
import { PracticeCockpit } from "./practice-cockpit";
import { Result } from "./result";

interface AnswerPageProps {
  answer: PracticeAnswerView;
  memberId: string;
  hinted: boolean;
}

/** One answer: to score while it is new to you, beside its reference once it is not. */
export function AnswerPage({ answer, memberId, hinted }: AnswerPageProps) {
  const router = useRouter();
  const refresh = useCallback(() => router.refresh(), [router]);
  if (answer.result) {
    return (
      <Page>
        <Result answer={answer} result={answer.result} />
      </Page>
    );
  }
  if (answer.roundId) return <Waiting answer={answer} roundId={answer.roundId} />;
  return (
    <PracticeCockpit
      answer={answer}
      memberId={memberId}
      hinted={hinted}
      known={answer.known}
      roundId={null}
      onDone={refresh}
    />
  );
}

/** Scored in a round that nobody has revealed yet: its result comes to all at once, there. */
function Waiting({ answer, roundId }: { answer: PracticeAnswerView; roundId: string }) {
  return (
    <Page>
      <PageHeader
        above={`${answer.title} · ${answer.role}, ${answer.field.toLowerCase()}`}
        title="You scored this in a live round that is still under way"
        below="Yours is kept. The reference is shown to everybody in the round at the same moment."
        actions={
          <LinkButton look="primary" href={`/practice/rounds/${roundId}`}>
            Go to the round
          </LinkButton>
        }
      />
    </Page>
  );
}
