import { z } from "zod";
import { LIST_MARKS, LIST_ORDERS, LIST_SORTS, STAGES } from "@/lib/domain/candidate-list";
import { id, NAME_MAX_CHARACTERS, text, trap } from "./values";

/** What one answer of the list holds at most; a screen asks for the next window as it scrolls. */
export const WINDOW_MAX = 500;
const WINDOW = 200;

/** Which candidates, in which order: the same for list, heatmap and their files, so that all show the same view. */
export const listQuery = {
  /** The opening with the latest interview when none is named. */
  openingId: id.optional(),
  /** Words of the name, in any order, accents and case aside. */
  q: text.max(NAME_MAX_CHARACTERS).optional(),
  stage: z.enum(STAGES).optional(),
  /** Comma separated; a candidate must show all of them. */
  only: z
    .string()
    .transform((list) => list.split(",").filter(Boolean))
    .pipe(z.array(z.enum(LIST_MARKS)))
    .optional(),
  trap: trap.optional(),
  sort: z.enum(LIST_SORTS).default("composite"),
  order: z.enum(LIST_ORDERS).default("first"),
};

/** Which part of the filtered and sorted rows travels. */
export const listWindow = {
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(WINDOW_MAX).default(WINDOW),
};

export const listQueryObject = z.strictObject(listQuery);
export type ListQuery = z.output<typeof listQueryObject>;
