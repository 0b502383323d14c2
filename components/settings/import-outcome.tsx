import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Table, Td, Th } from "@/components/ui/table";
import type { OutputOf } from "@/lib/contracts/contract";
import type { ImportPreview, runImportContract } from "@/lib/contracts/imports";
import { count, createdInWords } from "./import-counts";
import type { ImportState } from "./use-import";

interface ImportOutcomeProps {
  state: ImportState;
  /** Whether this member may open the candidates afterwards. */
  maySeeCandidates: boolean;
  onRun: (preview: ImportPreview) => void;
}

/** What the file would do, what is wrong with it, or what it did. */
export function ImportOutcome({ state, maySeeCandidates, onRun }: ImportOutcomeProps) {
  switch (state.step) {
    case "choosing":
      return null;
    case "reading":
      return <p role="status">Reading the file</p>;
    case "failed":
      return (
        <Notice live tone="warn" title="Nothing was brought in">
          {state.message}
        </Notice>
      );
    case "done":
      return <Done result={state.result} linked={maySeeCandidates} />;
    case "previewed":
    case "running":
      return <Preview preview={state.preview} running={state.step === "running"} onRun={onRun} />;
  }
}

function Done({ result, linked }: { result: OutputOf<typeof runImportContract>; linked: boolean }) {
  const created = createdInWords(result.creates);
  return (
    <Notice
      live
      title={created ? `Brought in: ${created}` : "Nothing new in this file: everything was there already"}
      action={
        linked &&
        result.openingId && (
          <LinkButton size="s" href={`/candidates?opening=${result.openingId}`}>
            See the candidates
          </LinkButton>
        )
      }
    >
      {count(result.rows)} rows read, {count(result.unchanged)} unchanged. The same file again changes
      nothing.
    </Notice>
  );
}

interface PreviewProps {
  preview: ImportPreview;
  running: boolean;
  onRun: (preview: ImportPreview) => void;
}

function Preview({ preview, running, onRun }: PreviewProps) {
  const { problems, problemCount, notes, kind, rows, unchanged } = preview;
  const created = createdInWords(preview.creates);
  return (
    <section aria-labelledby="preview" className="border-t border-line-strong pt-5">
      <h2 id="preview" tabIndex={-1}>
        {problemCount > 0
          ? `${count(problemCount)} ${problemCount === 1 ? "line needs" : "lines need"} mending first`
          : created
            ? `This would bring in ${created}`
            : "Nothing new in this file"}
      </h2>
      <p className="mt-1 text-soft" role="status">
        A file of {kind}: {count(rows)} {rows === 1 ? "row" : "rows"} read, {count(unchanged)} already there.
      </p>
      {notes.length > 0 && (
        <ul className="mt-3 list-disc pl-5 text-s text-soft">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {problemCount > 0 ? (
        <Problems problems={problems} total={problemCount} />
      ) : (
        created && (
          <Button className="mt-5" look="primary" disabled={running} onClick={() => onRun(preview)}>
            {running ? "Bringing it in" : "Bring it in"}
          </Button>
        )
      )}
    </section>
  );
}

function Problems({ problems, total }: { problems: ImportPreview["problems"]; total: number }) {
  return (
    <div className="mt-4">
      <Table caption="What is wrong, line by line">
        <thead>
          <tr>
            <Th className="w-20 text-right">Line</Th>
            <Th>What is wrong</Th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.line} ${problem.message}`}>
              <Td className="text-right">{problem.line}</Td>
              <Td>{problem.message}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {total > problems.length && (
        <p className="mt-2 text-s text-soft">
          The first {count(problems.length)} of {count(total)}. Nothing is written while a line is wrong.
        </p>
      )}
    </div>
  );
}
