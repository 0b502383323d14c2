import { qualitySummary } from "@/lib/domain/composite";
import type { Fold } from "@/lib/domain/rubric";

/** What the fold makes of one interviewer at −2 and one at +2, beside what a signed mean would have said. */
export interface FoldExample {
  deflecting: number;
  spiralling: number;
  folded: number;
  /** The quality of position 0, where the signed mean would have put the candidate. */
  signedWouldSay: number;
}

/** The split that shows why the signed scale is folded before any mean. */
export function foldExample(fold: Fold): FoldExample {
  const split = qualitySummary("calibration", { "-2": 1, "2": 1 }, fold);
  return {
    deflecting: fold["-2"],
    spiralling: fold["2"],
    folded: split?.mean ?? fold["-2"],
    signedWouldSay: fold["0"],
  };
}

/** Qualities are printed with as many digits as they have, two at most. */
export function quality(value: number): string {
  return String(Math.round(value * 100) / 100);
}
