/** A change of one field, as far as its place among the others of that field goes. */
export interface FieldMove {
  clientId: string;
  /** The scorecard's revision that its author saw. */
  baseRevision: number;
  /** Ms since 1970 by the server's clock. */
  madeAt: number;
}

/** The change of a field that stands, and the revision it was given. */
export interface FieldHead extends Omit<FieldMove, "baseRevision"> {
  revision: number;
}

/**
 * The author's order between devices: who made a change after seeing the other's comes after it; of two that had not
 * seen each other, the one made later by the server's clock. A browser's own clock decides nothing.
 * Changes of one client are numbered, and compared by their numbers before they come here.
 */
export function outranks(made: FieldMove, head: FieldHead | undefined): boolean {
  if (!head || head.clientId === made.clientId || made.baseRevision >= head.revision) return true;
  return made.madeAt >= head.madeAt;
}
