import clsx from "clsx";
import { Plus } from "lucide-react";
import { memo, type RefObject, useEffect, useRef, useState } from "react";
import { newId } from "@/lib/client/ids";
import { steadyNow } from "@/lib/client/steady-clock";
import { momentOf } from "@/lib/client/timer";
import { NOTE_MAX_CHARACTERS } from "@/lib/contracts/limits";

import { clockText, type TimerEvent } from "@/lib/domain/beats";
import type { Change } from "@/lib/domain/changes";
import type { Dimension } from "@/lib/domain/scale";
import type { EvidenceNote } from "@/lib/domain/scorecard";

interface EvidenceProps {
  dimension: Dimension;
  dimensionName: string;
  notes: readonly EvidenceNote[];
  timer: readonly TimerEvent[];
  /** Set while a rating or trap stands without evidence: what is asked for. */
  wanted: string | null;
  /** N calls this: focus an empty note, made if need be. */
  startNote: RefObject<(() => void) | null>;
  onType: (change: Change) => void;
  onChange: (change: Change) => void;
  onSettle: () => void;
}

/** The notes of one dimension in the order they were begun, with an empty one to write into. */
export const Evidence = memo(function Evidence(props: EvidenceProps) {
  const { dimension, dimensionName, timer, wanted, startNote, onType, onChange, onSettle } = props;
  const [blank, setBlank] = useState<string | null>(newId);
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const notes = [...props.notes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const taken = notes.some((note) => note.id === blank);
  const shown: (EvidenceNote | { id: string; text: ""; atMs: null })[] =
    blank !== null && !taken && (notes.length === 0 || focusOn === blank)
      ? [...notes, { id: blank, text: "", atMs: null }]
      : notes;

  const begin = () => {
    const next = blank === null || taken ? newId() : blank;
    setBlank(next);
    setFocusOn(next);
  };
  useEffect(() => {
    startNote.current = begin;
  });

  const write = (id: string, text: string) => {
    const known = notes.find((note) => note.id === id);
    const atMs = known ? known.atMs : momentOf(timer, steadyNow());
    onType({ field: "note", noteId: id, value: { dimension, text, atMs } });
  };
  const leave = (id: string, text: string) => {
    onSettle();
    setFocusOn(null);
    if (text.trim() === "" && notes.some((note) => note.id === id)) {
      onChange({ field: "note", noteId: id, value: null });
      setBlank(newId());
    }
  };

  return (
    <div
      className={clsx(
        "relative min-w-0 border-l-2 pr-7 pl-3 pointer-coarse:pr-11",
        wanted ? "border-warn" : "border-line",
      )}
    >
      {shown.map((note, n) => (
        <Note
          key={note.id}
          label={`Evidence for ${dimensionName}${n === 0 ? "" : `, note ${n + 1}`}`}
          text={note.text}
          atMs={note.atMs}
          focused={focusOn === note.id}
          placeholder={wanted ?? "Their words, or what you saw"}
          warn={wanted !== null}
          onWrite={(text) => write(note.id, text)}
          onLeave={(text) => leave(note.id, text)}
        />
      ))}
      {notes.length > 0 && shown.length === notes.length && (
        <button
          type="button"
          onClick={begin}
          aria-label={`Another note for ${dimensionName}`}
          title="Another note (N)"
          className="absolute top-0 right-0 grid size-6 place-items-center rounded-s text-faint hover:bg-sunk hover:text-ink pointer-coarse:size-11"
        >
          <Plus aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
});

interface NoteProps {
  label: string;
  text: string;
  atMs: number | null;
  focused: boolean;
  placeholder: string;
  warn: boolean;
  onWrite: (text: string) => void;
  onLeave: (text: string) => void;
}

/** One note that grows with its text, under the moment it was begun. */
function Note({ label, text, atMs, focused, placeholder, warn, onWrite, onLeave }: NoteProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) area.current?.focus();
  }, [focused]);
  const shape = "col-start-1 row-start-1 py-1 font-serif text-m whitespace-pre-wrap break-words";
  return (
    <div className="py-0.5">
      {atMs !== null && (
        <span className="block pt-0.5 text-xs leading-none font-[500] text-accent">
          <span className="sr-only">Begun at </span>
          {clockText(atMs)}
        </span>
      )}
      <div className="grid">
        <textarea
          ref={area}
          rows={1}
          aria-label={label}
          value={text}
          placeholder={placeholder}
          maxLength={NOTE_MAX_CHARACTERS}
          onChange={(event) => onWrite(event.target.value)}
          onBlur={(event) => onLeave(event.target.value)}
          className={clsx(
            shape,
            "w-full resize-none overflow-hidden rounded-s bg-transparent pointer-coarse:min-h-11",
            "placeholder:italic placeholder:opacity-100",
            warn ? "placeholder:text-warn" : "placeholder:text-faint",
          )}
        />
        {/* The same text underneath gives the field its height in every browser. */}
        <div aria-hidden className={clsx(shape, "pointer-events-none invisible", text === "" && "italic")}>
          {text === "" ? placeholder : `${text} `}
        </div>
      </div>
    </div>
  );
}
