import type { PeopleFigures, SheetFigures } from "@/lib/contracts/panel-figures";
import { signedPoints } from "./model-words";
import { dayText, levelText, listed, percentText, privateSentence } from "./panel-words";
import { knownOf } from "./person-rows";

const NOTHING =
  "Nothing can be said of anybody yet: it takes eight scorecards on candidates that others scored too.";

/** From here on a correlation beyond what others saw is worth a word: half of its variance is the reader's own. */
export const HALO_WORTH_A_WORD = 0.5;

export function haloSentence({ interviewers }: PeopleFigures): string {
  const known = knownOf(interviewers, "halo");
  const closed = privateSentence(interviewers);
  if (known.length === 0) return `${NOTHING}${closed}`;
  const strong = known.filter(({ found }) => found.value >= HALO_WORTH_A_WORD);
  const said =
    strong.length === 0
      ? "With nobody do dimensions rise and fall together much more than colleagues saw."
      : `Dimensions rise and fall together beyond what colleagues saw with ${listed(strong.map(({ member, found }) => `${member.name} (${signedPoints(found.value)})`))}.`;
  return `${said} Right of 0 is one impression on the whole sheet.${closed}`;
}

export function rangeSentence({ interviewers, poolSlope }: PeopleFigures): string {
  const known = knownOf(interviewers, "range");
  const closed = privateSentence(interviewers);
  if (known.length === 0) return `${NOTHING}${closed}`;
  const flat = known.filter(
    ({ found }) => poolSlope !== null && found.interval !== null && found.interval[1] < poolSlope,
  );
  const said =
    flat.length === 0
      ? "Nobody follows the differences between candidates clearly less than the panel does."
      : `${listed(flat.map(({ member, found }) => `${member.name} (${percentText(found.middleShare)} in the middle)`))} ${flat.length === 1 ? "follows" : "follow"} the differences between candidates less than the panel does.`;
  return `${said} The dashed line is the panel’s own slope.${closed}`;
}

export function driftSentence({ interviewers }: PeopleFigures): string {
  const known = knownOf(interviewers, "drift");
  const closed = privateSentence(interviewers);
  if (known.length === 0) {
    return `Nothing can be said of anybody yet: it takes ten candidates shared with colleagues, on three days or more.${closed}`;
  }
  const out = known.flatMap(({ member, found }) => {
    const first = found.points.find(({ outside }) => outside);
    return first
      ? [`${member.name} on ${dayText(first.at)} (${first.value > 0 ? "harsher" : "milder"} than usual)`]
      : [];
  });
  const said =
    out.length === 0
      ? "Everybody charted stays within their limits."
      : `Outside their limits: ${listed(out)}.`;
  return `${said} Above 0 is harsher than that person’s usual.${closed}`;
}

export function linksSentence({ links }: SheetFigures): string {
  const names = (group: readonly { name: string }[]) => listed(group.map(({ name }) => name));
  const whole =
    links.groups.length <= 1
      ? "Shared candidates link every interviewer with every other, so all can be compared."
      : `The interviewers fall into ${links.groups.length} groups that share no candidate, and cannot be compared across: ${links.groups.map(names).join("; ")}.`;
  const cut = links.cut.length === 0 ? "" : ` Without ${names(links.cut)} the others would fall apart.`;
  const extra =
    links.extra.state === "known"
      ? ` The one interview that would help most: ${links.extra.interviewer.name} with ${links.extra.candidate}; comparisons get ${percentText(links.extra.gain)} more precise.`
      : ` ${links.extra.reason}`;
  return `${whole}${cut}${extra}`;
}

/** The line that splits interviewers most on each dimension, the widest first. */
export function worstLines({ dimensions }: SheetFigures) {
  return dimensions
    .flatMap(({ key, name, bipolar, boundaries }) => {
      if (boundaries.state === "not-enough") return [];
      const worst = boundaries.lines.reduce<(typeof boundaries.lines)[number] | null>(
        (most, line) => (line.parted > (most?.parted ?? 0) ? line : most),
        null,
      );
      return worst ? [{ key, name, bipolar, ...worst }] : [];
    })
    .sort((a, b) => b.parted - a.parted);
}

export function anchorSentence(sheet: SheetFigures): string {
  const [worst] = worstLines(sheet);
  if (!worst) {
    const missing = sheet.dimensions.find(({ boundaries }) => boundaries.state === "not-enough")?.boundaries;
    return `Nothing can be said yet. ${missing?.state === "not-enough" ? missing.reason : ""}`;
  }
  const { below, above, bipolar } = worst;
  return `Most pairs part on ${worst.name.toLowerCase()} between ${levelText(below, bipolar)} and ${levelText(above, bipolar)}: ${worst.parted} pairs of marks, ${percentText(worst.share)} of its disagreement. That is a question to the anchors, not to people.`;
}
