"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { fileAddress } from "@/lib/client/file-address";
import { exportPersonContract, type PersonRecordView } from "@/lib/contracts/privacy";
import { EraseDialog } from "./erase-dialog";
import { HoldSection } from "./hold-section";
import { dayInUtc } from "./utc";

/** One candidate's rights: read, hold, erase. */
export function PersonPage({ record }: { record: PersonRecordView }) {
  const { person, holds, keptUntil } = record;
  const router = useRouter();
  const [erasing, setErasing] = useState(false);
  const openings = person.applications.map(({ opening }) => opening.title).join(", ") || "in no opening";
  return (
    <>
      <p className="mb-3 text-s">
        <TextLink href="/settings/privacy">Privacy</TextLink>
      </p>
      <PageHeader
        title={person.name}
        names
        above={`${person.email ?? "no e-mail address"} · ${openings}`}
        below={keptUntil && `By the rules kept until ${dayInUtc(keptUntil)}.`}
      />
      {person.erasedAt ? (
        <Notice title={`Erased on ${dayInUtc(person.erasedAt)}`}>
          No word about this person is kept any more. Their marks stay without a name, so that figures are
          what they were. Backups made before still hold them until you delete those.
        </Notice>
      ) : (
        <div className="grid max-w-[48rem] gap-10">
          <section aria-labelledby="read">
            <h2 id="read" className="mb-2">
              Everything kept about them
            </h2>
            <p className="mb-3 text-s text-soft">
              For the candidate: scorecards, notes, reasons and decisions, with other people’s names taken
              out. Read it before you send it: a nickname is found by no program. An interview that you are
              still to score is left out; and once you have read the others, you cannot be asked to score
              them.
            </p>
            <div className="flex flex-wrap gap-2">
              {(["text", "json"] as const).map((format) => (
                <a
                  key={format}
                  download
                  href={fileAddress(exportPersonContract, { candidateId: person.candidateId, format })}
                  className={buttonClass("plain", "m")}
                >
                  {format === "text" ? "Download to read" : "Download as JSON"}
                </a>
              ))}
            </div>
          </section>
          <HoldSection person={person} holds={holds} onChange={() => router.refresh()} />
          <section aria-labelledby="erase">
            <h2 id="erase" className="mb-2">
              Erase
            </h2>
            <p className="mb-3 text-s text-soft">
              {person.held
                ? "A legal hold stands: nothing is erased until it is lifted."
                : "Takes every word about them, drafts and interviewers’ devices included. It cannot be taken back."}
            </p>
            <Button look="warn" disabled={person.held} onClick={() => setErasing(true)}>
              Erase this candidate
            </Button>
            <EraseDialog
              person={person}
              open={erasing}
              onOpenChange={setErasing}
              onErased={() => router.refresh()}
            />
          </section>
        </div>
      )}
    </>
  );
}
