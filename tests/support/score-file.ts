import { v7 } from "uuid";
import type { World } from "@/db/testing/world";
import { SCORE_PART_BYTES } from "@/lib/contracts/score-files";
import { addScoreFile } from "@/lib/services/score-files/add-score-file";
import { sendScorePart } from "@/lib/services/score-files/send-score-part";

/** Brings a file of scores piece by piece, as the browser does; answers its id. */
export async function bringScoreFile(
  world: World,
  who: string,
  content: string | Buffer,
  title = "scores.csv",
): Promise<string> {
  const bytes = Buffer.from(content);
  const fileId = v7();
  await world.as(who, (ctx) => addScoreFile(ctx, { fileId, title, bytes: bytes.length }));
  for (let place = 0; place * SCORE_PART_BYTES < bytes.length; place++) {
    const piece = bytes.subarray(place * SCORE_PART_BYTES, (place + 1) * SCORE_PART_BYTES);
    await world.as(who, (ctx) => sendScorePart(ctx, { fileId, place, content: piece.toString("base64") }));
  }
  return fileId;
}

/** Ratings of these candidates by six interviewers, of whom Ben is a point lower, as a file. */
export function ratingsOf(candidates: readonly string[]): string {
  const raters = ["Ada", "Ben", "Cleo", "Dora", "Emil", "Fay"];
  const score = (i: number, j: number) => 2 + (i % 3) + ((i + j) % 4 === 0 ? 1 : 0) - (j === 1 ? 1 : 0);
  const rows = candidates.flatMap((name, i) => raters.map((rater, j) => `${name},${rater},${score(i, j)}`));
  return ["candidate,rater,score", ...rows].join("\n");
}
