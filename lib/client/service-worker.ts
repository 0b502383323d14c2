import { NavigationRoute, NetworkOnly, type PrecacheEntry, Serwist, type SerwistPlugin } from "serwist";
import { isLastWords } from "./last-words";
import { keepLastWords } from "./store/last-words";

/** Filled in by the build: every file of this build's screens, and the shell. */
declare const self: {
  __SW_MANIFEST: (PrecacheEntry | string)[];
  addEventListener(
    type: "message",
    heard: (event: MessageEvent<unknown> & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
};

/** The one page that is kept: without a word about anybody, it shows what the encrypted store holds. */
const SHELL = "/offline";
/** A network that does not answer a page by then is as good as none: what is kept here opens at once. */
const ANSWER_WITHIN_SECONDS = 4;

/** A server that cannot answer is no reason for an error page over work that is kept here. */
const failOnServerError: SerwistPlugin = {
  fetchDidSucceed: async ({ response }) => {
    if (response.status >= 500) throw new Error(`The server answers ${response.status}`);
    return response;
  },
};

const worker = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  // A tab that is open keeps the build it was opened with, files and all; the new one waits for it.
  skipWaiting: false,
  clientsClaim: true,
  disableDevLogs: true,
});

// Pages come from the network alone and are kept by nobody. The API and everything else is not touched.
const fromNetwork = new NetworkOnly({
  networkTimeoutSeconds: ANSWER_WITHIN_SECONDS,
  plugins: [failOnServerError, { handlerDidError: () => worker.matchPrecache(SHELL) }],
});
worker.registerRoute(new NavigationRoute(fromNetwork, { denylist: [/^\/api\//, /^\/sign-in/] }));
worker.addEventListeners();

// What a page had not on the disk when it left: the worker lives on, with or without a network.
self.addEventListener("message", (event) => {
  const { data } = event;
  if (isLastWords(data)) event.waitUntil(keepLastWords(data.scorecardId, data.operations));
});
