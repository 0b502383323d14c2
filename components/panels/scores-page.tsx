"use client";

import { useRouter } from "next/navigation";
import type { ChangeEvent } from "react";
import { useScoreUpload } from "@/lib/client/use-score-upload";
import type { ScoreFileRow } from "@/lib/contracts/score-files";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { LocalTime } from "../ui/local-time";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { PageHeader } from "../ui/page-header";
import { megabytes } from "./score-words";

/** A lead's own spreadsheet in, a whole panel sheet out; nothing of it touches a candidate here. */
export function ScoresPage({ files }: { files: readonly ScoreFileRow[] }) {
  const router = useRouter();
  const { state, send } = useScoreUpload();
  const sending = state.step === "sending";
  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0];
    // The same file may be chosen again, to go on after a lost connection.
    event.target.value = "";
    if (!chosen) return;
    const fileId = await send(chosen);
    if (fileId) router.push(`/panels/scores/${fileId}`);
  }
  return (
    <Page>
      <PageHeader
        title="Bring your own scores"
        above="Panels"
        below="A CSV file with a candidate, an interviewer and a score in each row becomes a whole panel sheet. Nobody in it becomes a candidate or a member here."
        actions={<LinkButton href="/panels">The panel sheet</LinkButton>}
      />
      <div className="mb-8 max-w-[60ch]">
        <label htmlFor="scores" className="mb-1 block text-s font-[560]">
          Ratings file
        </label>
        <input
          id="scores"
          type="file"
          accept=".csv,.txt,.tsv,.gz,text/csv"
          disabled={sending}
          onChange={(event) => void choose(event)}
          className="block w-full text-s file:mr-3 file:min-h-10 file:rounded-m file:border file:border-line file:bg-sheet file:px-4"
        />
        <p className="mt-1 text-s text-soft">
          Any separator, up to 100 MB. You say which column is which next. It goes by itself after a day
          unless you keep it.
        </p>
        {sending && (
          <p role="status" className="mt-3 text-s">
            Sending {state.title}: {megabytes(state.sent)} of {megabytes(state.bytes)}
          </p>
        )}
        {state.step === "stopped" && (
          <div className="mt-3">
            <Notice live tone="warn" title={`${state.title} was not brought in`}>
              {state.message}
            </Notice>
          </div>
        )}
      </div>
      {files.length === 0 ? (
        <EmptyState title="No file here">
          Files you bring in stand here for a day, and longer when you keep them.
        </EmptyState>
      ) : (
        <ul aria-label="Files of scores" className="border-t border-line-strong">
          {files.map((file) => (
            <li
              key={file.fileId}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 border-b border-line py-2.5"
            >
              <div className="min-w-0">
                <h2 className="truncate font-sans text-m font-[560]">{file.title}</h2>
                <p className="text-s text-soft">
                  {file.uploadedBy.name} · {megabytes(file.bytes)} ·{" "}
                  <LocalTime iso={file.uploadedAt} show="day" /> ·{" "}
                  {file.arrived < file.parts
                    ? "not all of it arrived"
                    : file.expiresAt === null
                      ? "kept"
                      : "goes within a day"}
                </p>
              </div>
              <LinkButton size="s" href={`/panels/scores/${file.fileId}`} aria-label={`Open ${file.title}`}>
                Open
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
