import type { Context } from "@/db/context";
import { listSharedNames } from "@/db/queries/candidates";
import { listMembers } from "@/db/queries/members";
import { DIMENSIONS, type Dimension, isBipolar, type RatingValue } from "@/lib/domain/scale";
import { groupBy } from "../shared/group-by";
import type { Cell, Table } from "./table";
import { walkCandidates } from "./walk-scorecards";

/** Every rating a line, in the columns our own import reads. */
export async function openingTable(ctx: Context, opening: { id: string; title: string }): Promise<Table> {
  const raterName = await raterNames(ctx);
  const candidateName = await candidateNames(ctx, opening);
  return {
    columns: ["opening", "candidate", "rater", "dimension", "score", "at", "evidence"],
    rows: lines(ctx, opening, raterName, candidateName),
  };
}

async function* lines(
  ctx: Context,
  opening: { id: string; title: string },
  raterName: (author: { id: string; name: string }) => string,
  candidateName: (applicationId: string, name: string) => string,
): AsyncGenerator<Cell[]> {
  for await (const { applicationId, candidate, interviews } of walkCandidates(
    ctx,
    opening.id,
    "scorecards",
  )) {
    for (const card of interviews.flatMap(({ cards }) => cards)) {
      for (const dimension of DIMENSIONS) {
        const value = card.content.ratings[dimension];
        if (!value) continue;
        const notes = card.content.evidence.filter((note) => note.dimension === dimension);
        yield [
          opening.title,
          candidateName(applicationId, candidate.name),
          raterName(card.author),
          dimension,
          scoreCell(dimension, value),
          card.submittedAt.toISOString(),
          notes.map(({ text }) => text).join("\n") || null,
        ];
      }
    }
  }
}

function scoreCell(dimension: Dimension, value: RatingValue): Cell {
  if (value.state === "not-observed") return "not observed";
  // With its sign a position is never taken for the number of a cell.
  return isBipolar(dimension) && value.mark > 0 ? `+${value.mark}` : value.mark;
}

/**
 * Two answers under one name are two candidates to whoever reads the file: those of one opening are told apart by their
 * addresses, those of several openings by the opening.
 */
async function candidateNames(
  ctx: Context,
  opening: { id: string; title: string },
): Promise<(applicationId: string, name: string) => string> {
  const shared = new Map((await listSharedNames(ctx, opening.id)).map((row) => [row.applicationId, row]));
  return (applicationId, name) => {
    const row = shared.get(applicationId);
    if (!row) return name;
    const parts = [row.elsewhere && opening.title, row.here && (row.email ?? applicationId)];
    return `${name} (${parts.filter(Boolean).join(", ")})`;
  };
}

/** Two people of one name are told apart by their addresses, as the import asks for. */
async function raterNames(ctx: Context): Promise<(author: { id: string; name: string }) => string> {
  const members = await listMembers(ctx);
  const named = groupBy(members, ({ name }) => name.toLowerCase());
  const address = new Map(members.map(({ id, email }) => [id, email]));
  return ({ id, name }) =>
    (named.get(name.toLowerCase())?.length ?? 0) > 1 ? (address.get(id) ?? name) : name;
}
