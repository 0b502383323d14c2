import type { Context } from "@/db/context";
import { audit } from "@/db/writes/audit";
import { recordSubjectReads } from "@/db/writes/privacy";
import type { InputOf } from "@/lib/contracts/contract";
import type { exportPersonContract } from "@/lib/contracts/privacy";
import { Problem } from "@/lib/domain/errors";
import type { Download } from "../exports/table";
import { requireAdmin } from "../shared/require-role";
import { requirePersonRecord } from "./people";
import { interviewsOf, readPersonFile } from "./person-file";
import { personText } from "./person-text";

/**
 * Everything kept about a candidate, for the candidate. Its reader has read the scorecards in it: what they were not
 * still to score they cannot be asked to score any more, and what they are still to score is not in it.
 */
export async function exportPerson(
  ctx: Context,
  { candidateId, format }: InputOf<typeof exportPersonContract>,
): Promise<Download> {
  requireAdmin(ctx);
  const person = await requirePersonRecord(ctx, candidateId);
  if (person.erasedAt) throw new Problem("CONFLICT", "This candidate is erased: there is nothing to read");
  const { told } = await interviewsOf(ctx, person);
  const read = new Set(told.map(({ interviewId }) => interviewId));
  await recordSubjectReads(ctx, [...read]);
  await audit(ctx, {
    action: "export.person",
    subjectKind: "candidate",
    subjectId: candidateId,
    detail: { format },
  });
  const text = format === "text";
  return {
    // Without the name: a list of downloads is nobody's file.
    fileName: `person-${candidateId.slice(-6)}.${text ? "txt" : "json"}`,
    type: text ? "text/plain; charset=utf-8" : "application/json; charset=utf-8",
    async *body(reading) {
      const file = await readPersonFile(reading, person, read);
      if (text) yield* personText(file);
      else yield `${JSON.stringify(file, null, 1)}\n`;
    },
  };
}
