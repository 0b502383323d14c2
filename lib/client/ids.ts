import { v7 } from "uuid";

/** A new id, made here: ordered by time, so rows and notes sort by when they were made. */
export function newId(): string {
  return v7();
}
