import { LinkButton } from "@/components/ui/link-button";

/** The shortest answer of the library: a first look at the board takes about as long as reading this aloud. */
const SHORT_ANSWER = "/practice/answers/wrong-phase";

/** For whoever has never scored: sixty seconds on the real board, with nobody's interview at stake. */
export function PracticeCard() {
  return (
    <section
      aria-labelledby="first-practice"
      className="mb-10 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-y border-line-strong py-4"
    >
      <div className="min-w-0">
        <h2 id="first-practice">Try the board in about sixty seconds</h2>
        <p className="mt-1 max-w-[64ch] text-soft">
          A field electrician tells a short story. You score it as you would in a room, then see what it
          deserved and why. It is practice: nobody is interviewed, nobody sees your marks before you do.
        </p>
      </div>
      <LinkButton href={SHORT_ANSWER}>Score a short answer</LinkButton>
    </section>
  );
}
