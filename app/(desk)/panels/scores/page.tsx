import type { Metadata } from "next";
import { ScoresPage } from "@/components/panels/scores-page";
import { listScoreFilesContract } from "@/lib/contracts/score-files";
import { read } from "@/lib/server/read";
import { listScoreFiles } from "@/lib/services/score-files/list-score-files";

export const metadata: Metadata = { title: "Bring your own scores" };

/** A lead's own spreadsheets, to see a panel sheet of each. */
export default async function Page() {
  const { files } = await read(listScoreFilesContract, listScoreFiles, {});
  return <ScoresPage files={files} />;
}
