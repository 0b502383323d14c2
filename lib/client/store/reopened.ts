/** What a row says instead of the ledger's revision: saved once, lost by the server, waiting again. */
export const REOPENED_REVISION = -1;
