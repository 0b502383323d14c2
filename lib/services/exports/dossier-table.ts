import type { Dossier } from "@/lib/contracts/candidates";
import type { RubricVersion } from "@/lib/contracts/rubric";
import type { RevealedScorecard } from "@/lib/contracts/scorecard-content";
import type { Amendment } from "@/lib/domain/amendments";
import { answerReading } from "@/lib/domain/beat-readings";
import { clockText } from "@/lib/domain/beats";
import { printed } from "@/lib/domain/comparison-table";
import { factLines } from "@/lib/domain/fact-lines";
import { BEAT_LABEL, CONFIDENCE_LABEL, OUTCOME_LABEL, RECOMMENDATION_LABEL } from "@/lib/domain/labels";
import { DIMENSIONS, type RatingValue } from "@/lib/domain/scale";
import type { Cell, Table } from "./table";

/** A dossier as rows: the candidate's composite, each scorecard with all that stands on the page, what was decided. */
export function dossierTable({ application, rubrics, interviews }: Dossier): Table {
  const { composite, counted } = application;
  const versions = new Map(rubrics.map((version) => [version.id, version]));
  const value = composite.state === "complete" ? printed(composite.value) : "incomplete";
  return {
    columns: ["What", "Interviewer", "Value", "Weight", "Rubric version", "Evidence or reason"],
    rows: [
      ["Composite", `${counted} ${counted === 1 ? "scorecard" : "scorecards"}`, value, null, null, null],
      ...interviews.flatMap(({ scorecards }) =>
        scorecards.flatMap((card) => cardRows(card, versions.get(card.rubricVersionId))),
      ),
      ...interviews.flatMap(({ decisions }) =>
        decisions.map(({ outcome, by, rationale }): Cell[] => [
          "Decision",
          by.name,
          OUTCOME_LABEL[outcome],
          null,
          null,
          rationale,
        ]),
      ),
    ],
  };
}

function cardRows(card: RevealedScorecard, version: RubricVersion | undefined): Cell[][] {
  const { author, content, amendments, composite } = card;
  const number = version?.number ?? null;
  const row = (what: string, value: Cell, reason: Cell = null): Cell[] => [
    what,
    author.name,
    value,
    null,
    number,
    reason,
  ];
  const reading = answerReading(content.timer, Date.parse(card.submittedAt));
  const { recommendation, confidence } = content;
  return [
    ...DIMENSIONS.flatMap((dimension): Cell[][] => {
      const name = version?.content.dimensions[dimension].name ?? dimension;
      const rating = content.ratings[dimension];
      const notes = content.evidence.filter((note) => note.dimension === dimension);
      const weight = version?.weights[dimension] ?? null;
      const evidence = notes.map(({ atMs, text }) => (atMs === null ? text : `${clockText(atMs)} ${text}`));
      return [
        [
          name,
          author.name,
          rating ? markCell(rating) : "not rated",
          weight,
          number,
          evidence.join("\n") || null,
        ],
        ...amendments
          .filter(({ change }) => change.field === "rating" && change.dimension === dimension)
          .map((later) => row(`${name}, later`, changeCell(later), later.reason)),
      ];
    }),
    row("Scorecard's composite", composite.state === "complete" ? printed(composite.value) : "incomplete"),
    ...content.traps.map(({ trap, reason }) =>
      row("Trap", version?.content.traps[trap].name ?? trap, reason || null),
    ),
    ...(recommendation
      ? [
          row(
            "Recommendation",
            RECOMMENDATION_LABEL[recommendation],
            confidence && CONFIDENCE_LABEL[confidence],
          ),
        ]
      : []),
    ...amendments
      .filter(({ change }) => change.field === "recommendation")
      .map((later) => row("Recommendation, later", changeCell(later), later.reason)),
    ...(reading
      ? [
          ...reading.beats.map(({ beat, seconds }) => row(`${BEAT_LABEL[beat]}, seconds`, seconds)),
          row("Whole answer, seconds", reading.seconds),
        ]
      : []),
    ...factLines(content.facts).map(({ name, answer }) => row(name, answer)),
  ];
}

function markCell(value: RatingValue): Cell {
  return value.state === "observed" ? value.mark : "not observed";
}

function changeCell({ change }: Amendment): Cell {
  return change.field === "recommendation" ? RECOMMENDATION_LABEL[change.value] : markCell(change.value);
}
