import { addressOf } from "@/lib/client/api";
import { API_ROOT, type Contract, pathKeys } from "@/lib/contracts/contract";
import { CONTRACTS } from "@/lib/contracts/index";
import { LIST_MARKS, LIST_ORDERS, LIST_SORTS, STAGES } from "@/lib/domain/candidate-list";
import { TRAPS } from "@/lib/domain/traps";
import { readSources } from "../../architecture/sources";
import type { House } from "./worlds";

/** What a contract or page may ask of a house, by the name it gives the key. */
function idsOf({ world, place, beside }: House): Record<string, string> {
  return {
    openingId: world.openingId,
    applicationId: place.applicationId,
    candidateId: place.candidateId,
    interviewId: place.interviewId,
    rubricId: world.rubricVersionId,
    applications: `${place.applicationId},${beside.applicationId}`,
    memberId: world.member("Ada").id,
    scorecards: place.scorecardIds.join(","),
    answerKey: "wrong-phase",
    part: "a",
    // Nothing of its kind is there: the answer must be the same all the same.
    roundId: world.openingId,
    tokenId: world.openingId,
  };
}

/**
 * A stream has no end to read to: live events are held side by side in `streams`, and what a sheet's progress is about can
 * only be named by who has read it. A person's whole file is for administrators, marks and all, and leaves out whatever its
 * reader is still to score (lib/services/privacy). A workbook holds the moment it was made: text says the same rows.
 */
const NOT_READ = ["listen", "followSheet", "exportPerson"];
/** What an address may want beside ids: nothing, a form of file, or words to look for. */
const FORMS = [
  {},
  { format: "csv" },
  { format: "json" },
  { format: "text" },
  { q: "mira" },
  { name: "mira" },
];

/** Every GET of the contracts, once for each form its answer has. One whose input cannot be made up here is an error. */
export function everyReading(house: House): string[] {
  return CONTRACTS.filter(({ method, name }) => method === "GET" && !NOT_READ.includes(name)).flatMap(
    (contract) => {
      const ids = idsOf(house);
      // Of a kind that this house has none of: whoever asks is told so, and alike in both worlds.
      const none = Object.fromEntries(pathKeys(contract.path).map((key) => [key, ids.openingId]));
      const inputs = FORMS.map((form) => ({ ...none, ...idsWanted(contract, ids), ...form })).filter(
        (input) => contract.input.safeParse(input).success,
      );
      if (inputs.length === 0) throw new Error(`${contract.name} is read by nobody here: say what to ask`);
      return inputs.map((input) => `${API_ROOT}${addressOf(contract, input).url}`);
    },
  );
}

/** The ids that a contract's input takes: each is tried alone, for an unknown key is refused by its name. */
function idsWanted({ input }: Contract, ids: Record<string, string>): Record<string, string> {
  const taken = Object.entries(ids).filter(([key, value]) => {
    const result = input.safeParse({ [key]: value });
    return result.success || !result.error.issues.some(({ code }) => code === "unrecognized_keys");
  });
  return Object.fromEntries(taken);
}

/** The list in every order and through every filter: a hidden figure must show in none of them. */
export function everyView(house: House): string[] {
  const views = [
    ...LIST_SORTS.flatMap((sort) => LIST_ORDERS.map((order) => `sort=${sort}&order=${order}`)),
    ...LIST_MARKS.map((mark) => `only=${mark}`),
    ...STAGES.map((stage) => `stage=${stage}`),
    ...TRAPS.map((trap) => `trap=${trap}`),
    "q=mira",
    "q=heard",
    "limit=1&offset=1",
  ];
  const { openingId } = house.world;
  return views.flatMap((view) => [
    `${API_ROOT}/candidates?openingId=${openingId}&${view}`,
    ...(view.startsWith("limit") ? [] : [`${API_ROOT}/heatmap?openingId=${openingId}&${view}`]),
  ]);
}

/** What a page's address takes beside its path. */
const QUERIES: Record<string, (ids: Record<string, string>) => string[]> = {
  "/candidates": ({ openingId }) => [`?opening=${openingId}`, `?opening=${openingId}&view=heatmap`],
  "/compare": ({ applications }) => [
    `?applications=${applications}`,
    `?applications=${applications}&view=packet`,
  ],
  "/panels": ({ openingId }) => [`?opening=${openingId}`],
};

/** Every signed-in page there is, found in `app/`. */
export function everyPage(house: House): string[] {
  const ids = idsOf(house);
  const pages = readSources()
    .map(({ path }) => /^app\/(?:\(desk\)\/)?(.*)page\.tsx$/.exec(path)?.[1])
    .filter((path) => path !== undefined && !path.startsWith("(auth)"))
    .map((path) => `/${path ?? ""}`.replace(/\/\([^)]+\)/g, "").replace(/(.)\/$/, "$1"));
  return pages.flatMap((page) => {
    const filled = page.replace(/\[(\w+)\]/g, (_, key: string) => ids[key] ?? ids.openingId ?? "");
    return (QUERIES[page]?.(ids) ?? [""]).map((query) => `${filled}${query}`);
  });
}
