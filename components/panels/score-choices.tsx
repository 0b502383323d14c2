"use client";

import { useState } from "react";
import type { ScoreChoices, ScoreFile, ScoreReading } from "@/lib/contracts/score-files";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { Select } from "../ui/select";

interface ScoreChoicesProps {
  file: ScoreFile;
  reading: ScoreReading;
  onChoose: (choices: ScoreChoices) => void;
}

const NONE = "";
const NEEDED = [
  ["candidate", "Candidate"],
  ["rater", "Interviewer"],
  ["score", "Score"],
] as const;
const OPTIONAL = [
  ["dimension", "Dimension", "No dimensions"],
  ["at", "Time", "No times"],
] as const;

/** Which column is which, and on what scale: said by the lead, suggested by the names. */
export function ScoreChoicesForm({ file, reading, onChoose }: ScoreChoicesProps) {
  const start = file.choices ?? { ...file.guess, scale: null, bipolar: null };
  const [names, setNames] = useState({
    candidate: start.candidate ?? NONE,
    rater: start.rater ?? NONE,
    score: start.score ?? NONE,
    dimension: start.dimension ?? NONE,
    at: start.at ?? NONE,
  });
  const [lowest, setLowest] = useState(start.scale ? String(start.scale.lowest) : NONE);
  const [highest, setHighest] = useState(start.scale ? String(start.scale.highest) : NONE);
  const [bipolar, setBipolar] = useState(start.bipolar ?? NONE);
  const columns = [...new Set(reading.columns.map((name) => name.trim()))].filter((name) => name !== "");
  const options = (none: string) => [
    { value: NONE, label: none },
    ...columns.map((name) => ({ value: name, label: name })),
  ];
  const scaled = /^-?\d+$/.test(lowest) && /^-?\d+$/.test(highest) && Number(lowest) < Number(highest);
  const scaleError =
    !scaled && (lowest !== NONE || highest !== NONE) ? "Two whole numbers, the lowest first" : undefined;
  const complete = names.candidate !== NONE && names.rater !== NONE && names.score !== NONE && !scaleError;
  const dimensions = [...new Set([...reading.dimensions, ...(bipolar ? [bipolar] : [])])];
  return (
    <form
      aria-label="Which column is which"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const { candidate, rater, score } = names;
        onChoose({
          ...{ candidate, rater, score },
          dimension: names.dimension || null,
          at: names.at || null,
          scale: scaled ? { lowest: Number(lowest), highest: Number(highest) } : null,
          bipolar: names.dimension ? bipolar || null : null,
        });
      }}
    >
      <div className="grid gap-4 sm:grid-cols-3">
        {NEEDED.map(([key, label]) => (
          <Select
            key={key}
            label={label}
            value={names[key]}
            onChange={(event) => setNames({ ...names, [key]: event.target.value })}
            options={options("Choose a column")}
          />
        ))}
        {OPTIONAL.map(([key, label, none]) => (
          <Select
            key={key}
            label={label}
            value={names[key]}
            onChange={(event) => setNames({ ...names, [key]: event.target.value })}
            options={options(none)}
          />
        ))}
        {dimensions.length > 0 && (
          <Select
            label="Scored −2 to +2"
            value={bipolar}
            onChange={(event) => setBipolar(event.target.value)}
            options={[
              { value: NONE, label: "None of them" },
              ...dimensions.map((name) => ({ value: name, label: name })),
            ]}
          />
        )}
        <TextField
          label="Lowest level"
          inputMode="numeric"
          placeholder="as the scores say"
          value={lowest}
          error={scaleError}
          onChange={(event) => setLowest(event.target.value.trim())}
        />
        <TextField
          label="Highest level"
          inputMode="numeric"
          placeholder="as the scores say"
          value={highest}
          onChange={(event) => setHighest(event.target.value.trim())}
        />
      </div>
      <div>
        <Button type="submit" disabled={!complete}>
          Read it this way
        </Button>
      </div>
    </form>
  );
}
