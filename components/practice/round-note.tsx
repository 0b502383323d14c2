"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

interface RoundNoteProps {
  name: string;
  note: string;
  /** What is talked about now: only there is room to write. */
  current: boolean;
  /** For the lead of a round that is still talked about. */
  onKeep?: (note: string) => Promise<void>;
}

/** What the round took from a dimension: written by its lead, read by everybody in it. */
export function RoundNote({ name, note, current, onKeep }: RoundNoteProps) {
  const [text, setText] = useState(note);
  // Turned on before it was kept, a line stays in sight until it is.
  if (!onKeep || (!current && text.trim() === note)) {
    return note ? (
      <p className="mt-3 text-s">
        <b className="font-[560]">What we took from it:</b> {note}
      </p>
    ) : null;
  }
  return (
    <form
      className="mt-3 flex max-w-3xl items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void onKeep(text.trim());
      }}
    >
      <div className="min-w-0 flex-1">
        <TextField
          label={`What we took from ${name.toLowerCase()}`}
          value={text}
          maxLength={300}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Button type="submit" disabled={text.trim() === note}>
        Keep
      </Button>
    </form>
  );
}
