import { and, asc, desc, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context";
import { memberships, scoreFileParts, scoreFiles } from "../schema/index";
import type { OwnScope } from "./retention";

export interface ScoreFileRecord {
  fileId: string;
  title: string;
  uploadedBy: { id: string; name: string };
  uploadedAt: Date;
  bytes: number;
  parts: number;
  arrived: number;
  choices: unknown;
  figuresFor: string | null;
  expiresAt: Date | null;
  cleared: number;
}

/** Enough for a year of looking at other people's spreadsheets. */
const FILES_LISTED = 100;

/** Files this lead may look at, newest first; the row policy says which. */
export async function listScoreFiles(ctx: Context): Promise<ScoreFileRecord[]> {
  return filesWhere(ctx, undefined);
}

export async function findScoreFile(ctx: Context, fileId: string): Promise<ScoreFileRecord | null> {
  const [file] = await filesWhere(ctx, eq(scoreFiles.id, fileId));
  return file ?? null;
}

async function filesWhere(
  { tx, organization, now }: Context,
  where: SQL | undefined,
): Promise<ScoreFileRecord[]> {
  return tx
    .select({
      fileId: scoreFiles.id,
      title: scoreFiles.title,
      uploadedBy: { id: memberships.id, name: memberships.name },
      uploadedAt: scoreFiles.uploadedAt,
      bytes: scoreFiles.bytes,
      parts: scoreFiles.parts,
      arrived: sql<number>`(select count(*)::int from score_file_parts p
        where p.organization_id = ${scoreFiles.organizationId} and p.file_id = ${scoreFiles.id})`,
      choices: scoreFiles.choices,
      figuresFor: scoreFiles.figuresFor,
      expiresAt: scoreFiles.expiresAt,
      cleared: scoreFiles.cleared,
    })
    .from(scoreFiles)
    .innerJoin(
      memberships,
      and(
        eq(memberships.organizationId, scoreFiles.organizationId),
        eq(memberships.id, scoreFiles.uploadedBy),
      ),
    )
    .where(
      and(
        eq(scoreFiles.organizationId, organization.id),
        or(isNull(scoreFiles.expiresAt), gt(scoreFiles.expiresAt, now)),
        where,
      ),
    )
    .orderBy(desc(scoreFiles.uploadedAt), desc(scoreFiles.id))
    .limit(FILES_LISTED);
}

/** The bytes of a file, piece by piece in their order. */
export async function listScoreParts(
  { tx, organization }: Pick<OwnScope, "tx" | "organization">,
  fileId: string,
): Promise<Buffer[]> {
  const rows = await tx
    .select({ content: scoreFileParts.content })
    .from(scoreFileParts)
    .where(and(eq(scoreFileParts.organizationId, organization.id), eq(scoreFileParts.fileId, fileId)))
    .orderBy(asc(scoreFileParts.place));
  return rows.map(({ content }) => content);
}

/** What was computed from it last. */
export async function findScoreFigures({ tx, organization }: Context, fileId: string): Promise<unknown> {
  const [row] = await tx
    .select({ figures: scoreFiles.figures })
    .from(scoreFiles)
    .where(and(eq(scoreFiles.organizationId, organization.id), eq(scoreFiles.id, fileId)));
  return row?.figures ?? null;
}

/** Every file of the organisation, whoever's it is, for an erasure; nobody writes into it meanwhile. */
export async function listFilesToClear({
  tx,
  organization,
}: OwnScope): Promise<{ fileId: string; title: string; choices: unknown; whole: boolean }[]> {
  return tx
    .select({
      fileId: scoreFiles.id,
      title: scoreFiles.title,
      choices: scoreFiles.choices,
      // Named by hand: in a select of one table drizzle leaves the table's name away.
      whole: sql<boolean>`score_files.parts = (select count(*) from score_file_parts p
        where p.organization_id = score_files.organization_id and p.file_id = score_files.id)`,
    })
    .from(scoreFiles)
    .where(eq(scoreFiles.organizationId, organization.id))
    .orderBy(asc(scoreFiles.id))
    .for("update");
}
