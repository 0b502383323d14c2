/** The server's own word on whether it can work, database and all; asked by nobody in particular. */
export const READY = "/api/ready";
/** Where a tab keeps the times at which it read its page anew. */
export const AGAIN_KEY = "plumbline.tries";
/** A page that failed on a server that can work may have come a moment too early, or may fail for good: tries are counted this long. */
export const TRIES_COUNT_MS = 300_000;
/** Before the second try within that time; before each further one, four times as long. */
export const SECOND_TRY_MS = 1_000;
/** In the end a try a minute is enough. */
export const LONGEST_PAUSE_MS = 60_000;
