import { mayCompare, type Role } from "./roles";

/** The viewer, as far as one interview is concerned. */
export interface Viewer {
  memberId: string;
  roles: readonly Role[];
  /** "open": is to score this interview and has not submitted. */
  seatHere: "none" | "open" | "submitted";
}

export interface CardFacts {
  authorId: string;
  submittedAt: Date | null;
}

/** Who is to score an interview is blind there until submitted, whatever roles they hold. */
export function isBlindHere(viewer: Viewer): boolean {
  return viewer.seatHere === "open";
}

/** Independent judgement first. The row policy `reads_revealed` repeats this rule as SQL. */
export function canReadScorecard(viewer: Viewer, card: CardFacts): boolean {
  if (card.authorId === viewer.memberId) return true;
  if (card.submittedAt === null || isBlindHere(viewer)) return false;
  return viewer.seatHere === "submitted" || mayCompare(viewer.roles);
}
