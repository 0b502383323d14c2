import type { ComparedCandidate, Comparison } from "@/lib/contracts/candidates";
import { comparisonFinding } from "@/lib/domain/comparison";
import type { Composite } from "@/lib/domain/composite";

/** Two decimals everywhere: the rule that decides "level" compares exactly what is printed. */
export function compositeText(composite: Composite): string {
  return composite.state === "complete" ? composite.value.toFixed(2) : "incomplete";
}

/** "Ada", "Ada and Ben", "Ada, Ben and Cy". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The title of a comparison: what the raw composites say, and no more than that. */
export function findingTitle(candidates: readonly ComparedCandidate[]): string {
  const finding = comparisonFinding(candidates);
  const figure = ({ candidate, composite }: ComparedCandidate) =>
    `${candidate.name} at ${compositeText(composite)}`;
  switch (finding.kind) {
    case "none":
      return "No candidate has a composite yet";
    case "only":
      return `Only ${finding.first.candidate.name} has a composite, ${compositeText(finding.first.composite)}`;
    case "level": {
      const [first] = finding.tied;
      return `${listed(finding.tied.map((each) => each.candidate.name))} stand level at ${first ? compositeText(first.composite) : ""}`;
    }
    case "first":
      return `${finding.first.candidate.name} stands first at ${compositeText(finding.first.composite)}, then ${figure(finding.next)}`;
  }
}

type Warning = Comparison["warnings"][number];

/** What each warning means for the person who compares. */
export function warningWords(
  warning: Warning,
  candidates: readonly ComparedCandidate[],
): { title: string; text: string } {
  const touched = candidates.filter((each) => warning.applicationIds.includes(each.applicationId));
  const names = listed(touched.map((each) => each.candidate.name));
  switch (warning.warning) {
    case "blind":
      return {
        title: `You still have to score ${names}`,
        text: "Figures leave that interview out until you have submitted your own scorecard.",
      };
    case "split":
      return {
        title: `Split on calibration: ${names}`,
        text: `${touched.map(splitSentence).join(" ")} Needs a debrief before a decision.`,
      };
    case "missing-seats":
      return {
        title: "Scorecards are missing",
        text: `${touched.map((each) => missingText(each)).join("; ")}.`,
      };
    case "incomplete-composite":
      return {
        title: `No composite: ${names}`,
        text: "A composite needs at least four observed dimensions. Incomplete is not low.",
      };
    case "one-interviewer":
      return {
        title: `One interviewer only: ${names}`,
        text: "One person's view cannot be told apart from the candidate. Ask for a second scorecard.",
      };
    case "different-panels":
      return {
        title: "Seen by different panels",
        text: "These candidates were not scored by the same people. A harsher panel moves a composite by itself.",
      };
    case "not-linked":
      return {
        title: "Panels that are not linked",
        text: "No chain of shared candidates joins these interviewers: which panel is harsher cannot be known.",
      };
    case "same-day-run":
      return {
        title: `One of several interviews on a day: ${names}`,
        text: "Somebody of the panel held four or more that day. Tiredness and contrast move scores.",
      };
    case "different-rubric-versions":
      return {
        title: "Scored on different rubric versions",
        text: "Anchors or weights changed in between. The same level may not mean the same thing.",
      };
  }
}

/** "Priya Raman: 3 of 4 submitted, not yet Ada Lindgren". */
export function missingText({ candidate, submitted, seats, missing }: ComparedCandidate): string {
  const names = [...new Set(missing.map(({ member }) => member.name))];
  const counts = `${candidate.name}: ${submitted} of ${seats} submitted`;
  return names.length === 0 ? counts : `${counts}, not yet ${listed(names)}`;
}

function splitSentence({ candidate, dimensions }: ComparedCandidate): string {
  const { counts } = dimensions.calibration;
  const deflected = (counts["-2"] ?? 0) + (counts["-1"] ?? 0);
  const spiralled = (counts["1"] ?? 0) + (counts["2"] ?? 0);
  return `${candidate.name}: ${deflected} heard deflection, ${spiralled} heard spiralling.`;
}
