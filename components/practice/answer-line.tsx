import { Check } from "lucide-react";
import { LinkButton } from "@/components/ui/link-button";
import type { PracticeRow } from "@/lib/contracts/practice";
import { lengthText } from "./words";

/** One answer: who speaks, how long, and whether you have scored it. Never a mark. */
export function AnswerLine({ answer, href }: { answer: PracticeRow; href: string }) {
  const { title, role, field, seconds, source, attemptedAt, exact } = answer;
  const scored = attemptedAt !== null;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-b border-line py-2.5 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.4fr)_4rem_9rem_6.5rem]">
      <h2 className="font-sans text-m font-[560]">{title}</h2>
      <p className="text-s text-soft max-md:order-3">
        {role}, {field.toLowerCase()}
        {source === "own" && " · your own"}
      </p>
      <p className="text-s text-soft max-md:order-4 max-md:text-right">{lengthText(seconds)}</p>
      <p className="text-s text-soft max-md:order-5">
        {scored && (
          <span className="inline-flex items-center gap-1.5">
            <Check aria-hidden className="size-3.5 text-level-4" />
            {exact === null ? "in a live round" : `${exact} of 5 the same`}
          </span>
        )}
      </p>
      <LinkButton
        size="s"
        href={href}
        aria-label={`${scored ? "Read" : "Score"}: ${title}`}
        className="max-md:order-2"
      >
        {scored ? "Read" : "Score"}
      </LinkButton>
    </li>
  );
}
