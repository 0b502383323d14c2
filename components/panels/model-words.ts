import type { PanelInterviewer, PanelSize } from "@/lib/contracts/panel-figures";
import { listed, privateSentence } from "./panel-words";

/** A usual wish for decisions about people (Nunnally 1978); a convention, and said to be one. */
export const WANTED_RELIABILITY = 0.8;

export const VERDICT_WORDS = {
  harsher: "harsher than the panel",
  milder: "milder than the panel",
  "in line": "in line with the panel",
} as const;

/** "+0.42", "−0.10", "0". */
export function signedPoints(points: number, digits = 2): string {
  const text = Math.abs(points).toFixed(digits);
  if (Number(text) === 0) return digits === 0 ? "0" : text;
  return `${points > 0 ? "+" : "−"}${text}`;
}

/** Who stands out beyond doubt and by enough to matter, and who cannot be said yet. */
export function severitySentence({ interviewers }: { interviewers: readonly PanelInterviewer[] }): string {
  if (interviewers.length === 0) return "Nobody has submitted a scorecard yet.";
  const rows = interviewers.flatMap(({ member, figures }) =>
    figures.state === "open" ? [{ member, severity: figures.severity }] : [],
  );
  const closed = privateSentence(interviewers);
  const known = rows.flatMap(({ member, severity }) =>
    severity.state === "known" ? [{ member, ...severity }] : [],
  );
  if (known.length === 0) {
    const [first] = rows;
    if (!first) return `Nothing is open to you yet.${closed}`;
    const why = first.severity.state === "not-enough" ? ` ${first.severity.reason}` : "";
    return `Nothing can be said yet.${why}${closed}`;
  }
  const few = rows.length - known.length;
  const out = known.filter(({ verdict }) => verdict !== "in line");
  const said =
    out.length === 0
      ? "Nobody is harsher or milder than the panel beyond doubt and by enough to matter."
      : `${listed(out.map(({ member, verdict, value }) => `${member.name} is ${VERDICT_WORDS[verdict]} (${signedPoints(value)})`))}.`;
  const rest = few === 0 ? "" : ` For ${few === 1 ? "one" : few} there is too little to say.`;
  return `${said}${rest} Right of 0 is harsher.${closed}`;
}

export function sizeSentence(size: PanelSize): string {
  if (size.state === "not-enough") return `Nothing can be said yet. ${size.reason}`;
  const today = `A candidate has ${size.now.toFixed(1)} interviewers on average.`;
  if (size.for80 === null) return `${today} No number of interviewers reaches a reliability of .80 here.`;
  const takes = size.for80 === 1 ? "one interviewer" : `${size.for80} interviewers`;
  return `${today} A reliability of .80 takes ${takes} a candidate${surely(size)}.`;
}

/** From so few candidates the number itself is rough, and that is said with it. */
function surely({ for80, for80Interval: interval }: Extract<PanelSize, { state: "known" }>): string {
  if (interval === null) return "; how many for sure cannot be told yet";
  const [low, high] = interval;
  return low === high && low === for80 ? "" : ` (95 %: ${low} to ${high})`;
}
