import type { Figure, PanelDimension, PanelInterviewer, SheetFigures } from "@/lib/contracts/panel-figures";
import type { DebriefNeed, PanelSheet } from "@/lib/contracts/panels";
import type { RubricContent } from "@/lib/domain/rubric";
import { type Dimension, type Mark, markLabel } from "@/lib/domain/scale";
import type { Trap } from "@/lib/domain/traps";

/** ".71" as the field prints coefficients; a true minus below zero. */
export function coefficientText(value: number): string {
  const text = Math.abs(value).toFixed(2).replace(/^0/, "");
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** "71 %" without a place to break, whole percent: the candidates behind it are tens, not thousands. */
export function percentText(value: number): string {
  return `${Math.round(value * 100)}\u00a0%`;
}

/** Krippendorff's own lines: .80 reliable, .667 tentative. Below 20 candidates alpha is marked rough. */
export const RELIABLE_FROM = 0.8;
export const TENTATIVE_FROM = 0.667;
export const ROUGH_BELOW_CANDIDATES = 20;
/** An interval wider than this covers most of the scale. */
export const TOO_WIDE = 0.8;

/** What one alpha may be used for, in a few words with the lines they rest on. */
export function alphaWord(figure: Figure, candidates: number): string {
  if (figure.state === "not-enough") return "not enough data";
  const [low, high] = figure.interval ?? [0, 0];
  if (figure.interval === null || high - low > TOO_WIDE) return "interval too wide to use";
  const rough = candidates < ROUGH_BELOW_CANDIDATES ? ", rough" : "";
  if (figure.value >= RELIABLE_FROM) return `reliable (.80 or more, Krippendorff)${rough}`;
  return figure.value >= TENTATIVE_FROM
    ? `tentative (.667 to .80, Krippendorff)${rough}`
    : `not yet reliable (below .667, Krippendorff)${rough}`;
}

/** The same in the room beside a row: the word and its line. */
export function alphaShort(figure: Figure): string {
  const [word = ""] = alphaWord(figure, Number.POSITIVE_INFINITY).split(" (");
  const lines: Record<string, string> = {
    reliable: " from .80",
    tentative: " .667 to .80",
    "not yet reliable": " below .667",
  };
  return `${word}${lines[word] ?? ""}`;
}

/** How a level is printed: on a two-sided scale with a true minus, and a plus on the other side. */
export function levelText(level: number, bipolar: boolean): string {
  if (level < 0) return `−${-level}`;
  return bipolar && level > 0 ? `+${level}` : String(level);
}

/** More names than this are counted: a sentence is read, the chart and the table name everybody. */
const NAMED_AT_MOST = 6;

/** "Ada, Ben and Greta"; of many the first few in the order given, and how many more there are. */
export function listed(parts: readonly string[]): string {
  const named = parts.length > NAMED_AT_MOST ? parts.slice(0, NAMED_AT_MOST - 1) : parts;
  const more = parts.length - named.length;
  const count = more === 0 ? [] : [`${more.toLocaleString("en-GB")} more (see the table)`];
  return new Intl.ListFormat("en-GB").format([...named, ...count]);
}

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
export const dayText = (instant: string) => DAY.format(new Date(instant));

/** Why somebody's own figures are not here yet. */
export function privateWords({ opensAt }: { opensAt: string | null }): string {
  return opensAt === null
    ? "theirs alone until they share it"
    : `theirs alone until ${dayText(opensAt)}, or until they share it`;
}

/** How many people's own figures are theirs alone for now; empty where none are. */
export function privateSentence(interviewers: readonly PanelInterviewer[]): string {
  const hidden = interviewers.filter(({ figures }) => figures.state === "private");
  const [only] = hidden;
  if (!only) return "";
  const whose = hidden.length === 1 ? only.member.name : `${hidden.length} interviewers`;
  return ` What it says of ${whose} is theirs alone for now: a finding about a person is shown to that person first.`;
}

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;

/** The line above the title: whom and how much the sheet speaks of. */
export function aboutSheet(sheet: PanelSheet): string {
  return [
    sheet.opening?.title ?? "All openings",
    count(sheet.candidates, "candidate", "candidates"),
    // Who they are comes with the figures; none is not yet zero.
    sheet.computing?.shown === "nothing"
      ? ""
      : count(sheet.interviewers.length, "interviewer", "interviewers"),
    count(sheet.scorecards, "scorecard", "scorecards"),
  ]
    .filter(Boolean)
    .join(" · ");
}

type Known = PanelDimension & { percentAgreement: Extract<Figure, { state: "known" }> };

const isKnown = (each: PanelDimension): each is Known => each.percentAgreement.state === "known";

/** The sheet's title: where interviewers agree most and least often, by percent agreement alone. */
export function sheetTitle(sheet: SheetFigures): string {
  const known = sheet.dimensions
    .filter(isKnown)
    .sort((a, b) => b.percentAgreement.value - a.percentAgreement.value);
  const most = known[0];
  const least = known.at(-1);
  if (!most || !least) return "No candidate was scored by two interviewers yet";
  const name = (dimension: PanelDimension) => dimension.name.toLowerCase();
  if (percentText(most.percentAgreement.value) === percentText(least.percentAgreement.value)) {
    const where = known.length < sheet.dimensions.length ? "every dimension with data" : "every dimension";
    return `This panel gives the same mark ${percentText(most.percentAgreement.value)} of the time on ${where}`;
  }
  return `This panel agrees most often on ${name(most)}, least often on ${name(least)}`;
}

/** One sentence when no dimension has a figure: what is missing, as often as it differs. */
function whyNothing(figures: readonly Figure[]): string | null {
  const reasons = figures.flatMap((figure) => (figure.state === "not-enough" ? [figure.reason] : []));
  if (reasons.length < figures.length) return null;
  return `Not enough data for any dimension. ${[...new Set(reasons)].join(" ")}`;
}

/** Percent agreement over all dimensions, in one sentence. */
export function agreementSentence(sheet: SheetFigures): string {
  const nothing = whyNothing(sheet.dimensions.map(({ percentAgreement }) => percentAgreement));
  if (nothing) return nothing;
  const parts = sheet.dimensions.map(({ name, percentAgreement }) =>
    percentAgreement.state === "known"
      ? `${name} ${percentText(percentAgreement.value)}`
      : `${name} not enough data`,
  );
  return `How often two interviewers gave the same candidate the same mark: ${parts.join(", ")}.`;
}

/** Alpha over all dimensions, in one sentence with the words that go with it. */
export function alphaSentence(sheet: SheetFigures): string {
  const nothing = whyNothing(sheet.dimensions.map(({ alpha }) => alpha));
  if (nothing) return nothing;
  const parts = sheet.dimensions.map(({ name, alpha, units }) => {
    const figure = alpha.state === "known" ? `${coefficientText(alpha.value)}, ` : "";
    return `${name} ${figure}${alphaWord(alpha, units)}`;
  });
  return `Krippendorff's alpha, ordinal, with a 95 % interval, for these interviewers: ${parts.join("; ")}.`;
}

/** How many candidates the interviewers stand two or more points apart on. */
export function spreadSentence({ spread, units }: PanelDimension): string {
  if (units === 0) return "Nobody was scored by two interviewers yet.";
  const wide = spread.slice(2).reduce((sum, n) => sum + n, 0);
  return `${wide} of ${units} two or more points apart`;
}

/** Why a candidate needs a debrief: "calibration split −2 / +1; noticing 2 to 4". */
export function reasonsText({ reasons }: DebriefNeed, content: RubricContent): string {
  const name = (dimension: Dimension) => content.dimensions[dimension].name.toLowerCase();
  const mark = (dimension: Dimension, value: number) => markLabel(dimension, value as Mark);
  const against = new Map<Trap, string[]>();
  const apart = reasons.flatMap((reason) => {
    if (reason.kind === "trap") {
      const levels = against.get(reason.trap) ?? [];
      against.set(reason.trap, [...levels, `${name(reason.dimension)} ${reason.level}`]);
      return [];
    }
    if (reason.kind === "split") {
      return `calibration split ${mark("calibration", reason.from)} / ${mark("calibration", reason.to)}`;
    }
    const { dimension, from, to } = reason;
    return `${name(dimension)} ${mark(dimension, from)} to ${mark(dimension, to)}`;
  });
  const traps = [...against].map(
    ([trap, levels]) => `“${content.traps[trap].name}” flagged against ${levels.join(" and ")}`,
  );
  return [...apart, ...traps].join("; ");
}
