/** The columns each kind of file has, beside the form. */
const FORMATS = [
  {
    name: "Ratings",
    columns: "candidate, rater, dimension, score",
    also: "at, evidence, opening",
    about:
      "One row a rating. Dimension by name, or 1 to 5 in rubric order. Where nothing was heard, the score is “not observed”.",
  },
  {
    name: "Interviews",
    columns: "candidate, interviewer, at",
    also: "opening, email",
    about:
      "One row a seat. Rows with the same candidate, opening and time are one interview. A time without a zone is UTC.",
  },
  { name: "Candidates", columns: "candidate", also: "opening", about: "One row a candidate." },
] as const;

/** What a file may look like. */
export function ImportFormats() {
  return (
    <aside aria-label="What a file may look like" className="text-s lg:border-l lg:border-line lg:pl-6">
      <h2 className="mb-3">What a file may look like</h2>
      <dl className="grid gap-4">
        {FORMATS.map((format) => (
          <div key={format.name}>
            <dt className="font-[560]">{format.name}</dt>
            <dd>
              <code className="block rounded-s bg-sunk px-2 py-1 font-mono text-xs">{format.columns}</code>
              <span className="mt-1 block text-soft">also: {format.also}</span>
              <span className="mt-1 block text-soft">{format.about}</span>
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
