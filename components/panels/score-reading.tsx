import type { ScoreReading } from "@/lib/contracts/score-files";
import { Table, Td, Th } from "../ui/table";
import { countOf } from "./score-words";

/** What the file says: its first rows as written, and every line that is left out with its reason. */
export function ScoreReadingView({ reading }: { reading: ScoreReading }) {
  const { columns, sample, problems, problemCount, notes } = reading;
  return (
    <div className="grid gap-6">
      {sample.length > 0 && (
        <Table caption="The first rows, as they are written" captionHidden={false} dense>
          <thead>
            <tr>
              {columns.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                <Th key={at}>{name}</Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file stand in their order
              <tr key={line}>
                {columns.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                  <Td key={at} data-name="">
                    {row[at] ?? ""}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {notes.length > 0 && (
        <ul className="list-disc pl-5 text-s text-soft">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {problemCount > 0 && (
        <div>
          <Table caption={`Left out: ${countOf(problemCount, "line", "lines")}`} captionHidden={false} dense>
            <thead>
              <tr>
                <Th className="w-20 text-right">Line</Th>
                <Th>Why</Th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ line, message }) => (
                <tr key={`${line} ${message}`}>
                  <Td className="text-right">{line}</Td>
                  <Td>{message}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          {problemCount > problems.length && (
            <p className="mt-2 text-s text-soft">
              The first {problems.length} of {countOf(problemCount, "line", "lines")}. All other lines are
              read.
            </p>
          )}
        </div>
      )}
    </div>
  );
}
