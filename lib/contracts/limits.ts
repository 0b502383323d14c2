/** A page of prose is enough for one note; more is a paste gone wrong. */
export const NOTE_MAX_CHARACTERS = 4_000;
/** A reason is one line. */
export const REASON_MAX_CHARACTERS = 300;
/** Story amounts are counts, minutes or money; nobody's mistake cost a trillion. */
export const AMOUNT_MAX = 1_000_000_000_000;
/** More than a long interview makes while offline; larger outboxes send several batches. */
export const OPERATIONS_PER_BATCH = 200;
/** A person has a handful of devices, and an outbox few holes. */
export const HELD_SPANS_MAX = 20;
