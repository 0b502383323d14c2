import { z } from "zod";
import { contract } from "./contract";
import { text } from "./values";

/** A list of names to choose from, not an archive. */
export const SAVED_VIEWS_MAX = 12;
export const VIEW_NAME_MAX_CHARACTERS = 40;
const QUERY_MAX_CHARACTERS = 400;

const name = text.trim().min(1, "Write a name").max(VIEW_NAME_MAX_CHARACTERS);

/** A way of looking at the list under a name: the query of its address, without opening, search or choice. */
const savedView = z.object({ name: z.string(), query: z.string() });
export type SavedView = z.output<typeof savedView>;

export const listViewsContract = contract({
  name: "listViews",
  method: "GET",
  path: "/me/candidate-views",
  summary: "Your own ways of looking at the candidate list, the newest first.",
  input: z.strictObject({}),
  output: z.object({ views: z.array(savedView) }),
  personal: true,
});

export const saveViewContract = contract({
  name: "saveView",
  method: "PUT",
  path: "/me/candidate-views",
  summary: `Keeps a way of looking at the candidate list; one of the same name gives way. At most ${SAVED_VIEWS_MAX} are kept.`,
  input: z.strictObject({ name, query: text.max(QUERY_MAX_CHARACTERS) }),
  output: savedView,
  personal: true,
});

export const removeViewContract = contract({
  name: "removeView",
  method: "DELETE",
  path: "/me/candidate-views",
  summary: "Forgets one of your own ways of looking at the candidate list.",
  input: z.strictObject({ name }),
  output: z.object({ name: z.string() }),
  personal: true,
});
