import { addScoreFileContract, listScoreFilesContract } from "@/lib/contracts/score-files";
import { route } from "@/lib/server/route";
import { addScoreFile } from "@/lib/services/score-files/add-score-file";
import { listScoreFiles } from "@/lib/services/score-files/list-score-files";

export const GET = route(listScoreFilesContract, listScoreFiles);
export const POST = route(addScoreFileContract, addScoreFile);
