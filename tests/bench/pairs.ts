import { addressOf } from "@/lib/client/api";
import { compareCandidatesContract, listCandidatesContract } from "@/lib/contracts/candidates";
import { API_ROOT } from "@/lib/contracts/contract";
import { applyOperationsContract } from "@/lib/contracts/operations";
import type { House, Save } from "./house";
import type { Pair, Shot } from "./measure";

const COMPARED = 6;

/** What is read stands beside the bare page, what is written beside the bare insert of a body of the same size. */
export function pairsOf(house: House, ours: string, bare: string): Pair[] {
  const { cookie } = house.recruiter;
  const applications = house.applicationIds.slice(0, COMPARED).join(",");
  const read = (url: string) => (): Shot => ({ url: `${ours}${url}`, method: "GET", cookie });
  const urlOf = ({ scorecardId }: Save) =>
    `${ours}${API_ROOT}${addressOf(applyOperationsContract, { scorecardId }).url}`;
  let save = house.nextSave();
  const barePage = (): Shot => ({ url: `${bare}/`, method: "GET" });
  return [
    {
      name: "save of one operation",
      bareName: "bare insert",
      // Both of one round carry the same bytes: the bare one goes first and takes the next save.
      bare: () => {
        save = house.nextSave();
        return { url: `${bare}/rows`, method: "POST", body: bodyOf(save) };
      },
      ours: () => ({ url: urlOf(save), method: "POST", cookie: save.cookie, body: bodyOf(save) }),
    },
    { name: "candidates page", bareName: "bare page", ours: read("/candidates"), bare: barePage },
    {
      name: "candidates API",
      bareName: "bare page",
      ours: read(`${API_ROOT}${addressOf(listCandidatesContract, {}).url}`),
      bare: barePage,
    },
    {
      name: "compare API, six candidates",
      bareName: "bare page",
      ours: read(`${API_ROOT}${addressOf(compareCandidatesContract, { applications }).url}`),
      bare: barePage,
    },
  ];
}

function bodyOf({ operations }: Save): string {
  return JSON.stringify({ operations });
}
