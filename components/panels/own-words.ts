import type { PersonFigures } from "@/lib/contracts/panel-figures";
import type { OwnFigures } from "@/lib/contracts/panels";
import { HALO_WORTH_A_WORD } from "./effect-words";
import { signedPoints } from "./model-words";
import { dayText, percentText } from "./panel-words";

/** Who reads one's own figures, and from when. */
export function sharingWords({ open, sharedAt, opensAt, findingRule }: OwnFigures): string {
  if (open && sharedAt !== null) return `Leads read them since you shared them on ${dayText(sharedAt)}.`;
  if (open && opensAt !== null) return `Leads read them since ${dayText(opensAt)}.`;
  if (opensAt !== null)
    return `Yours alone until ${dayText(opensAt)}. Leads read them then, or earlier if you share them.`;
  return findingRule.days === null
    ? "Yours alone until you share them."
    : `Yours alone for ${findingRule.days} days from your first submitted scorecard.`;
}

export function ownSeverity(severity: PersonFigures["severity"]): string {
  if (severity.state === "not-enough") return `Nothing can be said yet. ${severity.reason}`;
  const { value, verdict } = severity;
  return verdict === "in line"
    ? `You are in line with the panel (${signedPoints(value)}): no difference beyond doubt and large enough to matter.`
    : `You are ${verdict} than the panel (${signedPoints(value)} points on the same candidate). Right of 0 is harsher.`;
}

export function ownHalo(halo: PersonFigures["halo"]): string {
  if (halo.state === "not-enough") return `Nothing can be said yet. ${halo.reason}`;
  return halo.value >= HALO_WORTH_A_WORD
    ? `Your dimensions rise and fall together more than colleagues saw (${signedPoints(halo.value)}): try rating one dimension at a time from your notes.`
    : `Your dimensions rise and fall together about as colleagues saw (${signedPoints(halo.value)}).`;
}

export function ownRange(range: PersonFigures["range"], poolSlope: number | null): string {
  if (range.state === "not-enough") return `Nothing can be said yet. ${range.reason}`;
  const middle = `${percentText(range.middleShare)} of your marks are in the middle, ${percentText(range.extremeShare)} at the ends.`;
  const flat = poolSlope !== null && range.interval !== null && range.interval[1] < poolSlope;
  return flat
    ? `You follow the differences between candidates less than the panel does. ${middle}`
    : `You follow the differences between candidates about as the panel does. ${middle}`;
}

export function ownDrift(drift: PersonFigures["drift"]): string {
  if (drift.state === "not-enough") return `Nothing can be said yet. ${drift.reason}`;
  const first = drift.points.find(({ outside }) => outside);
  return first
    ? `Your usual left its limits on ${dayText(first.at)}: ${first.value > 0 ? "harsher" : "milder"} than before.`
    : "Your usual stayed within its limits.";
}
