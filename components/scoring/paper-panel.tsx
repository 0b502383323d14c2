import { TextLink } from "@/components/ui/link-button";
import { instantOf, localText } from "./paper-moment";
import type { PaperTimeProps } from "./paper-time";

/** When a form was filled in by hand, and a blank one to print. */
export function PaperPanel({ id, interviewId, value, onChange }: PaperTimeProps & { id: string }) {
  return (
    <div
      id={`${id}-panel`}
      className="absolute top-full left-0 z-30 mt-1 w-64 rounded-m border border-line-strong bg-sheet p-3 text-s max-md:-left-24"
    >
      <label htmlFor={id} className="block font-[560]">
        Scored on paper at
      </label>
      <input
        id={id}
        type="datetime-local"
        defaultValue={value ? localText(new Date(value)) : ""}
        max={localText(new Date())}
        onChange={(event) => {
          const stated = instantOf(event.target.value, new Date());
          if (stated !== undefined) onChange({ field: "paper", value: stated });
        }}
        className="mt-1 h-9 w-full rounded-[6px] border border-line-strong bg-sheet px-2 text-s pointer-coarse:h-11"
      />
      <p className="mt-1.5 text-xs text-soft">
        Only when you type in a form that was filled in by hand. The time is kept on the scorecard.
      </p>
      <p className="mt-2">
        <TextLink href={`/interviews/${interviewId}/paper?blank`} target="_blank">
          Print a blank form
        </TextLink>
      </p>
    </div>
  );
}
