/** Browsers without idle callbacks (Safari) get this much time to draw the page first. */
const SOON_MS = 400;

/** Runs once the page stands and the browser has nothing better to do; answers how to call it off. */
export function whenIdle(run: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const waiting = requestIdleCallback(run);
    return () => cancelIdleCallback(waiting);
  }
  const waiting = setTimeout(run, SOON_MS);
  return () => clearTimeout(waiting);
}
