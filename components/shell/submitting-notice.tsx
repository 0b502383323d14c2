import Link from "next/link";
import { type Submitting, useSubmitting } from "@/lib/client/submitting";

/** A submission goes on behind every page: said here, with the way back, wherever its own screen is not up. */
export function SubmittingNotice() {
  const all = useSubmitting();
  if (all.length === 0) return null;
  return (
    <ul
      aria-label="Being submitted"
      data-print="no"
      className="fixed right-4 bottom-(--foot) z-30 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2"
    >
      {all.map((one) => (
        <li
          key={one.scorecardId}
          className="flex items-center justify-between gap-3 rounded-m border border-line-strong bg-sheet px-4 py-2 text-s"
        >
          <p role="status">
            <b data-name className="font-[560]">
              {one.candidate}
            </b>
            : <Words {...one} />
          </p>
          <Deed {...one} />
        </li>
      ))}
    </ul>
  );
}

function Words({ state }: Submitting) {
  if (state.phase === "counting") {
    return (
      <>
        <span className="sr-only">your scorecard is submitted in a few seconds</span>
        <span aria-hidden>submitting in {state.secondsLeft} s</span>
      </>
    );
  }
  if (state.phase === "idle") return `not submitted. ${state.problem}`;
  return state.trouble === null ? "submitting…" : `not submitted yet. ${state.trouble}`;
}

function Deed({ state, interviewId, undo, takeBack, dismiss }: Submitting) {
  if (state.phase === "counting") return <Act onClick={() => undo()}>Undo</Act>;
  if (state.phase === "sending") return state.canTakeBack ? <Act onClick={takeBack}>Take it back</Act> : null;
  return (
    <Link href={`/interviews/${interviewId}`} onClick={dismiss} className={LINK}>
      Open
    </Link>
  );
}

function Act({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" onClick={onClick} className={LINK}>
      {children}
    </button>
  );
}

const LINK =
  "inline-flex min-h-8 shrink-0 items-center rounded-s px-2 font-[560] text-accent underline underline-offset-2 pointer-coarse:min-h-11";
