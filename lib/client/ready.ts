/** The server's own word on whether it can work, database and all; asked by nobody in particular. */
export const READY = "/api/ready";
/** Where a tab keeps when it last read its page anew. */
export const AGAIN_KEY = "plumbline.read-again";
/** A page that fails on a server that can work fails again: one try a minute is enough. */
export const ONE_TRY_MS = 60_000;
