import type { Metadata } from "next";
import { ScoreFilePage } from "@/components/panels/score-file-page";
import { getScoreFileContract } from "@/lib/contracts/score-files";
import { read } from "@/lib/server/read";
import { getScoreFile } from "@/lib/services/score-files/get-score-file";

export const metadata: Metadata = { title: "Your own scores" };

/** One file of scores: its columns, what is left out, and its whole sheet. */
export default async function Page({ params }: { params: Promise<{ fileId: string }> }) {
  const file = await read(getScoreFileContract, getScoreFile, await params);
  return <ScoreFilePage key={file.fileId} initial={file} />;
}
