import { Figure } from "@/components/charts/figure";
import { FigureRows } from "@/components/charts/figure-rows";
import { GapPlot } from "@/components/charts/gap-plot";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { PracticeProgress } from "@/lib/contracts/practice";
import { MARKS_NEEDED } from "@/lib/domain/practice";
import { DIMENSIONS } from "@/lib/domain/scale";
import { attemptsTable, gapsOf, leaningTable, leaningWords } from "./progress-tables";
import { readinessWords, ruleWords } from "./words";

/** Your own attempts against their references. Nobody has seen this before you. */
export function ProgressPage({ progress }: { progress: PracticeProgress }) {
  const { attempts, readiness, rule, rubricNumber, leftOut, names } = progress;
  return (
    <>
      <PageHeader
        title={readinessWords(readiness, rule)}
        above={`On the anchors of rubric ${rubricNumber}`}
        below={`${ruleWords(rule)} ${leftOutWords(leftOut)}`}
        actions={
          attempts.length > 0 && (
            <LinkButton look="primary" href="/practice">
              Score an answer
            </LinkButton>
          )
        }
      />
      {attempts.length === 0 ? (
        <EmptyState
          title="Nothing to compare yet"
          action={
            <LinkButton look="primary" href="/practice">
              Choose an answer
            </LinkButton>
          }
        >
          After your first answer, each of your marks stands here beside the reference’s, and later which way
          you lean.
        </EmptyState>
      ) : (
        <div className="grid gap-10">
          <Figure
            title="How far from the reference, answer by answer"
            sentence={`${attempts.length} ${attempts.length === 1 ? "answer" : "answers"}, oldest first. Zero is the reference’s own mark; above it you gave more, for calibration you heard more spiralling.`}
            table={attemptsTable(progress)}
            how={
              <p>
                Your mark minus the reference mark, in points, each answer once and scored blind. A dash: you
                did not observe it.
              </p>
            }
          >
            <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-3">
              {DIMENSIONS.map((dimension) => (
                <li key={dimension}>
                  <h3 className="font-sans text-s font-[560]">{names[dimension]}</h3>
                  <p className="text-xs text-soft">{leaningWords(progress, dimension)}</p>
                  <GapPlot gaps={gapsOf(progress, dimension)} />
                </li>
              ))}
            </ul>
          </Figure>
          <Figure
            title="Which way you lean"
            sentence="Bias is the mean of your gaps, spread their standard deviation. Calibration has no bias: one too far to either side must not cancel into none."
            table={leaningTable(progress)}
            how={
              <p>
                Bias: the sum of gaps divided by n. Spread: the square root of the sum of squared distances
                from that mean, divided by n − 1. Both need {MARKS_NEEDED} marks. Not observed counts in
                neither.
              </p>
            }
          >
            <FigureRows caption="Which way you lean, by dimension" table={leaningTable(progress)} />
          </Figure>
        </div>
      )}
    </>
  );
}

function leftOutWords({ hinted, otherWording }: PracticeProgress["leftOut"]): string {
  const parts = [
    hinted > 0 && `${hinted} chosen by trap or known before`,
    otherWording > 0 && `${otherWording} scored on anchors that have changed since`,
  ].filter(Boolean);
  return parts.length > 0 ? `Left out: ${parts.join(", ")}.` : "";
}
