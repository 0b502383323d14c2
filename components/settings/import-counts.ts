import type { ImportPreview } from "@/lib/contracts/imports";

const ONE_AND_MANY: Record<keyof ImportPreview["creates"], [string, string]> = {
  openings: ["opening", "openings"],
  candidates: ["candidate", "candidates"],
  members: ["interviewer", "interviewers"],
  interviews: ["interview", "interviews"],
  scorecards: ["scorecard", "scorecards"],
  ratings: ["rating", "ratings"],
};

/** "1 opening, 60 candidates and 1,500 ratings": what a file would make; null when it makes nothing new. */
export function createdInWords(creates: ImportPreview["creates"]): string | null {
  const parts = (Object.keys(ONE_AND_MANY) as (keyof ImportPreview["creates"])[])
    .filter((key) => creates[key] > 0)
    .map((key) => `${count(creates[key])} ${ONE_AND_MANY[key][creates[key] === 1 ? 0 : 1]}`);
  if (parts.length < 2) return parts[0] ?? null;
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A count with its thousands apart. */
export function count(n: number): string {
  return n.toLocaleString("en-GB");
}
